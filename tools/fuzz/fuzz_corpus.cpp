// Any bytes, read as a file would be: decompressed where they look compressed, then as JSON lines
// and as a page of text. What becomes an article must come back from its own JSON.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "corpus/input/open_input.h"
#include "corpus/readers/json_lines_reader.h"
#include "corpus/readers/text_reader.h"
#include "tools/fuzz/reading.h"

namespace {

using namespace warraq::corpus;
using namespace warraq::fuzz;

constexpr std::size_t kMaxArticleBytes = 1 << 16;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto open = [&] { return decompressed(std::make_unique<MemorySource>(bytes)); };
  JsonLinesReader lines(open(), {"fuzz", kMaxArticleBytes, {}});
  read_to_end(lines);
  TextReader page(open(), "fuzz", kMaxArticleBytes);
  read_to_end(page);
  return 0;
}
