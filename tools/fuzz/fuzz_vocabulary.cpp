// libFuzzer's entry: vocabularies, of whatever bytes, are read within their bounds, in one pass.
#include <cstddef>
#include <cstdint>
#include <string>

#include "indexer/archive/front_coded_words.h"

namespace {

using warraq::archive::FrontCodedWords;
using warraq::archive::VocabularyWord;

std::uint64_t sum_of(const VocabularyWord& word) {
  std::uint64_t sum = word.occurrences;
  for (const char letter : word.normalised) sum += static_cast<unsigned char>(letter);
  for (const char letter : word.exact) sum += static_cast<unsigned char>(letter);
  return sum;
}

std::uint64_t read_all(const FrontCodedWords& words, std::size_t size) {
  std::uint64_t sum = words.is_whole() ? 1 : 0;
  std::size_t words_given = 0;
  const auto take = [&](const VocabularyWord& word) {
    ++words_given;
    sum += sum_of(word);
  };
  words.for_each({}, take);
  // A word takes two bytes at least.
  if (words_given > size / 2) __builtin_trap();
  words.for_each("م", take);
  words.find("محمد", take);
  for (std::uint32_t mark = 0; mark < 65'536; mark += 2'731) {
    words.with_mark(static_cast<std::uint16_t>(mark), take);
  }
  for (const auto cursor = words.words("ب"); cursor->next();) take(cursor->word());
  return sum;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto words =
      FrontCodedWords::of_bytes(std::string(reinterpret_cast<const char*>(data), size));
  [[maybe_unused]] static volatile std::uint64_t sink = 0;
  if (words) sink = read_all(*words, size);
  return 0;
}
