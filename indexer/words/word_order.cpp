#include "indexer/words/word_order.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "indexer/archive/merged_words.h"

namespace warraq::indexer {
namespace {

struct Key {
  std::uint64_t beginning = 0;
  std::uint32_t word = 0;
};

void take_few_in_order(std::vector<archive::VocabularyWord>& words,
                       const archive::Vocabulary::Take& take) {
  if (words.size() > 1) {
    std::sort(words.begin(), words.end(), [](const auto& left, const auto& right) {
      return archive::compare_words(left, right) < 0;
    });
  }
  for (std::size_t i = 0; i < words.size();) {
    archive::VocabularyWord& word = words[i];
    for (++i; i < words.size() && archive::compare_words(words[i], word) == 0; ++i) {
      word.occurrences += words[i].occurrences;
    }
    take(word);
  }
}

}  // namespace

void take_in_order(const std::vector<archive::VocabularyWord>& words,
                   const archive::Vocabulary::Take& take) {
  std::vector<Key> keys(words.size());
  for (std::uint32_t word = 0; word < keys.size(); ++word) {
    keys[word] = {archive::word_beginning(words[word].normalised), word};
  }
  std::sort(keys.begin(), keys.end(),
            [](const Key& left, const Key& right) { return left.beginning < right.beginning; });
  std::vector<archive::VocabularyWord> same;  // as far as that tells
  for (auto key = keys.begin(); key != keys.end();) {
    same.clear();
    const std::uint64_t beginning = key->beginning;
    for (; key != keys.end() && key->beginning == beginning; ++key) {
      same.push_back(words[key->word]);
    }
    take_few_in_order(same, take);
  }
}

}  // namespace warraq::indexer
