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

}  // namespace

void take_in_order(const std::vector<archive::VocabularyWord>& words,
                   const archive::Vocabulary::Take& take) {
  std::vector<Key> keys(words.size());
  for (std::uint32_t word = 0; word < keys.size(); ++word) {
    keys[word] = {archive::word_beginning(words[word].normalised), word};
  }
  std::sort(keys.begin(), keys.end(), [&](const Key& left, const Key& right) {
    if (left.beginning != right.beginning) return left.beginning < right.beginning;
    return archive::compare_words(words[left.word], words[right.word]) < 0;
  });
  for (std::size_t i = 0; i < keys.size();) {
    archive::VocabularyWord word = words[keys[i].word];
    for (++i; i < keys.size() && keys[i].beginning == keys[i - 1].beginning &&
              archive::compare_words(words[keys[i].word], word) == 0;
         ++i) {
      word.occurrences += words[keys[i].word].occurrences;
    }
    take(word);
  }
}

}  // namespace warraq::indexer
