// Any bytes as JSON of any layout and as JSON lines, under a map that the first byte chooses.
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "corpus/readers/make_reader.h"
#include "tools/fuzz/input.h"
#include "tools/fuzz/reading.h"

namespace {

using namespace warraq::corpus;

/// Small, so that a fuzzer's texts are often larger.
constexpr std::size_t kMaxArticleBytes = 1 << 10;

constexpr std::array kMaps{"",
                           "record = .",
                           "record = a",
                           "record = a.b[].c",
                           "title = a.b | title\nbody = text",
                           "title = a.0\nauthor = a[].b\nx = c",
                           "record = a\ntitle = b.c\ntitle_2 = title\nbody = a"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  warraq::fuzz::Input input(data, size);
  const std::string_view map = kMaps.at(input.byte() % kMaps.size());
  const ReaderContext context{"fuzz", kMaxArticleBytes, parse_field_map(map)};
  const std::string_view bytes = input.text(size);
  const auto read = [&](InputFormat format) {
    const auto reader = make_reader(
        format,
        std::make_unique<BufferedInput>(std::make_unique<warraq::fuzz::MemorySource>(bytes)),
        context);
    warraq::fuzz::read_to_end(*reader);
  };
  read(InputFormat::json);
  read(InputFormat::jsonl);
  return 0;
}
