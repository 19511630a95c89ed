// Any bytes as XML, under a map that the first byte chooses.
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "corpus/readers/xml_reader.h"
#include "tools/fuzz/input.h"
#include "tools/fuzz/reading.h"

namespace {

/// Small, so that a fuzzer's records are often larger.
constexpr std::size_t kMaxArticleBytes = 1 << 10;

constexpr std::array kMaps{"",
                           "",
                           "",
                           "record = /a/i\ntitle = h/t\nid = @id\nbody = p | c/p",
                           "record = item\nbody = .",
                           "title = @t\nx = b/@c"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace warraq::corpus;
  warraq::fuzz::Input input(data, size);
  const std::string_view map = kMaps.at(input.byte() % kMaps.size());
  XmlReader reader(std::make_unique<BufferedInput>(
                       std::make_unique<warraq::fuzz::MemorySource>(input.text(size))),
                   "fuzz", kMaxArticleBytes, parse_field_map(map));
  warraq::fuzz::read_to_end(reader);
  return 0;
}
