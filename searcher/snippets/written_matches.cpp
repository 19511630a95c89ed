#include "searcher/snippets/written_matches.h"

#include <algorithm>
#include <iterator>

namespace warraq::searcher {

using analyzers::WrittenWord;

std::span<const WrittenWord>::iterator word_holding(std::span<const WrittenWord> words,
                                                    std::uint32_t byte) {
  return std::prev(std::upper_bound(
      words.begin(), words.end(), byte,
      [](std::uint32_t value, const WrittenWord& word) { return value < word.begin; }));
}

std::vector<Match> as_written(std::vector<Match> matches, std::span<const WrittenWord> words) {
  for (Match& match : matches) {
    match.end = word_holding(words, match.end - 1)->end;
    match.begin = word_holding(words, match.begin)->begin;
  }
  return matches;
}

}  // namespace warraq::searcher
