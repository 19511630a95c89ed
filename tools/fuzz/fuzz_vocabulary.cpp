// libFuzzer's entry: vocabularies, of whatever bytes, are read within their bounds, in one pass.
#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/archive/front_coded_words.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using warraq::archive::FrontCodedWords;
  using warraq::archive::VocabularyWord;
  [[maybe_unused]] static volatile std::uint64_t sink = 0;
  std::uint64_t sum = 0;
  std::size_t words_given = 0;
  const auto take = [&](const VocabularyWord& word) {
    ++words_given;
    for (const char letter : word.normalised) sum += static_cast<unsigned char>(letter);
    for (const char letter : word.exact) sum += static_cast<unsigned char>(letter);
    sum += word.occurrences;
  };
  try {
    const FrontCodedWords words(std::string(reinterpret_cast<const char*>(data), size));
    sum += words.is_whole() ? 1U : 0U;
    words.for_each({}, take);
    // A word takes two bytes at least.
    if (words_given > size / 2) __builtin_trap();
    words.for_each("م", take);
    words.find("محمد", take);
    for (std::uint32_t mark = 0; mark < 65'536; mark += 2'731) {
      words.with_mark(static_cast<std::uint16_t>(mark), take);
    }
    for (const auto cursor = words.words("ب"); cursor->next();) take(cursor->word());
  } catch (const Xapian::DatabaseCorruptError&) {
    // It says so.
  }
  sink = sum;
  return 0;
}
