// Any bytes as a table, under a map that the first byte chooses.
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

constexpr std::array kMaps{"", "title = #1\nbody = #2", "title = a | title\nbody = b\nx = #3",
                           "record = #2\ntitle = #2", "title_2 = title\nbody = #1 | #2"};

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
  read(InputFormat::csv);
  return 0;
}
