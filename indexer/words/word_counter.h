// The words of articles, counted in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/archive/vocabulary.h"
#include "indexer/invert/string_table.h"
#include "warraq/analyzers/analyzer.h"

namespace warraq::indexer {

/// Each word is known by its exact form and whether it is a stop word. Used by one thread.
class WordCounter {
 public:
  void add(const analyzers::Token& word);
  [[nodiscard]] bool empty() const { return words_.empty(); }
  /// What it holds and what giving it takes besides, in bytes, roughly.
  [[nodiscard]] std::size_t memory() const;
  /// Calls `take` for all words in their order (archive::compare_words()).
  void for_each(const archive::Vocabulary::Take& take) const;
  void clear() { *this = WordCounter(); }

 private:
  struct Word {
    std::size_t normalised_end = 0;
    std::uint64_t occurrences = 0;
    bool stop = false;
  };

  StringTable exact_;
  std::string normalised_;   ///< one behind the other, of those whose exact form is another
  std::vector<Word> words_;  ///< by number in exact_
};

}  // namespace warraq::indexer
