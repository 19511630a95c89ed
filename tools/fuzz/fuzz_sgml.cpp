// Any bytes as SGML of the LDC and TREC kind.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "corpus/readers/sgml_reader.h"
#include "tools/fuzz/reading.h"

namespace {

/// Small, so that a fuzzer's records are often larger.
constexpr std::size_t kMaxArticleBytes = 1 << 10;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace warraq::corpus;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  SgmlReader reader(
      std::make_unique<BufferedInput>(std::make_unique<warraq::fuzz::MemorySource>(bytes)), "fuzz",
      kMaxArticleBytes);
  warraq::fuzz::read_to_end(reader);
  return 0;
}
