#include "indexer/words/word_counter.h"

#include <string_view>

#include "indexer/words/word_order.h"

namespace warraq::indexer {
namespace {

constexpr std::uint8_t kWord = 0;
constexpr std::uint8_t kStopWord = 1;

// A word to be sorted, with its key.
constexpr std::size_t kMemoryForSorting = sizeof(archive::VocabularyWord) + 16;

}  // namespace

void WordCounter::add(const analyzers::Token& word) {
  const auto [number, is_new] = exact_.intern(word.stop ? kStopWord : kWord, word.exact);
  if (is_new) {
    if (word.normalised != word.exact) normalised_.append(word.normalised);
    words_.push_back({normalised_.size(), 0, word.stop});
  }
  ++words_[number].occurrences;
}

std::size_t WordCounter::memory() const {
  return exact_.memory() + normalised_.capacity() + words_.capacity() * sizeof(Word) +
         words_.size() * kMemoryForSorting;
}

void WordCounter::for_each(const archive::Vocabulary::Take& take) const {
  std::vector<archive::VocabularyWord> words;
  words.reserve(words_.size());
  std::size_t begin = 0;
  for (const Word& word : words_) {
    const std::string_view exact = exact_[static_cast<std::uint32_t>(words.size())];
    const auto other = std::string_view(normalised_).substr(begin, word.normalised_end - begin);
    words.push_back({other.empty() ? exact : other, exact, word.stop, word.occurrences});
    begin = word.normalised_end;
  }
  take_in_order(words, take);
}

}  // namespace warraq::indexer
