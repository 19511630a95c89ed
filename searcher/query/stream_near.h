// The words of a phrase near one another, looked for in articles' streams of words.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/archive/word_stream.h"
#include "searcher/query/query.h"
#include "warraq/analyzers/analyzer.h"

namespace warraq::searcher {

/// As NearMatcher has it, on hashes. Small, and copied with queries.
class StreamNear {
 public:
  /// `nearness` is any but side by side.
  StreamNear(std::span<const QueryWord> words, bool exact, const Nearness& nearness,
             TextField field, const analyzers::Analyzer& analyzer);

  /// How many windows there are that share no place, each ending as early as it can; looks no
  /// further than `at_most`. One pass, whatever the words are.
  [[nodiscard]] std::uint32_t count(const archive::WordStream& stream, std::uint32_t at_most) const;

 private:
  // The number of a word, and what it is told by.
  struct Form {
    std::uint16_t form = 0;
    std::uint8_t spelling = 0;
    std::uint32_t word = 0;
  };

  void add_form(std::uint16_t form, std::uint8_t spelling, std::uint32_t word);
  template <typename Spelling, typename Take>
  void for_each_word(std::uint16_t form, Spelling spelling, Take take) const;

  std::vector<std::uint32_t> times_;  // as NearWindow takes them
  std::vector<Form> forms_;           // in order
  std::bitset<1024> low_bits_;        // of the forms: most of a text is none of them
  Nearness nearness_;
  std::uint32_t reach_ = 0;
  TextField field_;
  bool exact_;
};

}  // namespace warraq::searcher
