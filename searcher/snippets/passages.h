// Which passages of a text to show for a query.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "searcher/query/matcher.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/analyzers/written_words.h"

namespace warraq::searcher {

/// Bytes [begin, end) of a text: whole words, as they are written, and the punctuation around them.
struct Passage {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool cut = false;  ///< it was too long to be whole: `end` may stand inside a word
  bool operator==(const Passage&) const = default;
};

/// A match wider than a passage is to be is shown whole as far as this many bytes past that width,
/// which holds any word that somebody wrote; what is longer is cut between characters.
inline constexpr std::size_t kMostBeyond = 1'000;

struct PassageOptions {
  std::size_t count = 1;        ///< passages at the most
  std::size_t max_bytes = 400;  ///< of one passage; a single match may be longer by kMostBeyond
};

/// The passages that show most of the query, in the text's order, apart from one another. Each is
/// the window of matches with the greatest sum of `unit_weights` over the distinct units in it
/// (repetitions, closeness and an early place decide between equals), widened to its sentence's
/// beginning where that fits and to a sentence's end or a word's. Without matches, one passage: the
/// beginning of the text; none for a text without words.
/// `tokens` are the text's, `words` its words as they are written, and each match reaches from the
/// beginning of one of these to the end of one.
[[nodiscard]] std::vector<Passage> choose_passages(std::string_view text,
                                                   std::span<const analyzers::Token> tokens,
                                                   std::span<const analyzers::WrittenWord> words,
                                                   std::span<const Match> matches,
                                                   std::span<const double> unit_weights,
                                                   PassageOptions options);

}  // namespace warraq::searcher
