// Any bytes, read as a WARC file. What becomes an article must come back from its own JSON.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "corpus/readers/warc_reader.h"
#include "tools/fuzz/reading.h"

using namespace warraq::corpus;
using namespace warraq::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  WarcReader reader(std::make_unique<BufferedInput>(std::make_unique<MemorySource>(bytes)), "fuzz",
                    std::size_t{1} << 16);
  read_to_end(reader);
  return 0;
}
