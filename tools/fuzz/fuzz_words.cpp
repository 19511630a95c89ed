// libFuzzer's entry: streams of words, of whatever bytes, are read within their bounds.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/archive/word_stream.h"

namespace {

using warraq::archive::Spellings;
using warraq::archive::Stretches;
using warraq::archive::WordStream;

std::uint64_t read_all(const WordStream& stream) {
  std::uint64_t sum = 0;
  Spellings spellings(stream);
  for (std::uint32_t i = 0; i < stream.size(); ++i) sum += stream.form(i) + spellings.at(i);
  for (std::uint32_t i = stream.size(); i > 0; --i) sum += spellings.at(i - 1);
  for (std::uint32_t i = 0; i < stream.joined_size(); ++i) {
    sum += stream.joined_position(i) + stream.joined_mark(i).form + stream.joined_mark(i).spelling;
  }
  for (const auto of : {Stretches::Of::sentences, Stretches::Of::paragraphs}) {
    std::uint32_t end = 0;
    Stretches stretches(stream, of);
    while (stretches.next()) {
      if (stretches.begin() != end || stretches.end() <= end) __builtin_trap();
      end = stretches.end();
    }
    if (end != stream.size()) __builtin_trap();
  }
  return sum + stream.find(1, 0) + stream.title_words();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto stream = WordStream::read({reinterpret_cast<const char*>(data), size});
  [[maybe_unused]] static volatile std::uint64_t sink = 0;
  if (stream) sink = read_all(*stream);
  return 0;
}
