// A vocabulary of a test's own, counted from texts.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/archive/vocabulary.h"
#include "indexer/archive/word_stream.h"
#include "warraq/analyzers/analyzer.h"

namespace warraq::tests {

class MemoryVocabulary final : public archive::Vocabulary {
 public:
  /// Counts the words of `text`, `times` over.
  void add(std::string_view text, std::uint64_t times = 1) {
    analyzers::Analysis analysis;
    analyzer_.analyze(text, analysis);
    for (const analyzers::Token& token : analysis.tokens()) {
      Count& count = words_[{std::string(token.normalised), std::string(token.exact)}];
      count.stop = token.stop;
      count.occurrences += times;
    }
  }

  void for_each(std::string_view prefix, const Take& take) const override {
    for (auto at = words_.lower_bound({std::string(prefix), {}}); at != words_.end(); ++at) {
      if (at->first.first.compare(0, prefix.size(), prefix) != 0) break;
      give(*at, take);
    }
  }

  void find(std::string_view normalised, const Take& take) const override {
    for_each(normalised, [&](const archive::VocabularyWord& word) {
      if (word.normalised == normalised) take(word);
    });
  }

  void with_mark(std::uint16_t mark, const Take& take) const override {
    for_each({}, [&](const archive::VocabularyWord& word) {
      if (archive::form_mark(word.normalised, word.stop) == mark) take(word);
    });
  }

 private:
  struct Count {
    bool stop = false;
    std::uint64_t occurrences = 0;
  };
  using Words = std::map<std::pair<std::string, std::string>, Count>;

  static void give(const Words::value_type& word, const Take& take) {
    take({word.first.first, word.first.second, word.second.stop, word.second.occurrences});
  }

  analyzers::Analyzer analyzer_;
  Words words_;
};

}  // namespace warraq::tests
