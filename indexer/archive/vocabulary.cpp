#include "indexer/archive/vocabulary.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace warraq::archive {
namespace {

class GatheredWords final : public WordCursor {
 public:
  void add(const VocabularyWord& word) {
    words_.push_back(
        {std::string(word.normalised), std::string(word.exact), word.stop, word.occurrences});
  }

  bool next() override {
    if (next_ == words_.size()) return false;
    const Word& word = words_[next_++];
    word_ = {word.normalised, word.exact, word.stop, word.occurrences};
    return true;
  }
  [[nodiscard]] const VocabularyWord& word() const override { return word_; }

 private:
  struct Word {
    std::string normalised;
    std::string exact;
    bool stop = false;
    std::uint64_t occurrences = 0;
  };

  std::vector<Word> words_;
  std::size_t next_ = 0;
  VocabularyWord word_;
};

}  // namespace

int compare_words(const VocabularyWord& left, const VocabularyWord& right) {
  if (const int order = left.normalised.compare(right.normalised); order != 0) return order;
  if (const int order = left.exact.compare(right.exact); order != 0) return order;
  return static_cast<int>(left.stop) - static_cast<int>(right.stop);
}

std::unique_ptr<WordCursor> Vocabulary::words(std::string_view from) const {
  auto gathered = std::make_unique<GatheredWords>();
  for_each({}, [&](const VocabularyWord& word) {
    if (word.normalised >= from) gathered->add(word);
  });
  return gathered;
}

}  // namespace warraq::archive
