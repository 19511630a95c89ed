// Which passages of a text to show for a query.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "searcher/query/matcher.h"
#include "warraq/analyzers/analyzer.h"

namespace warraq::searcher {

/// Bytes [begin, end) of a text: whole words and the punctuation around them.
struct Passage {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Passage&) const = default;
};

struct PassageOptions {
  std::size_t count = 1;        ///< passages at the most
  std::size_t max_bytes = 400;  ///< of one passage; a single match may be longer
};

/// The passages that show most of the query, in the text's order, apart from one another. Each is
/// the window of matches with the greatest sum of `unit_weights` over the distinct units in it
/// (repetitions, closeness and an early place decide between equals), widened to its sentence's
/// beginning where that fits and to a sentence's end or a word's. Without matches, one passage: the
/// beginning of the text; none for a text without words.
[[nodiscard]] std::vector<Passage> choose_passages(std::string_view text,
                                                   std::span<const analyzers::Token> tokens,
                                                   std::span<const Match> matches,
                                                   std::span<const double> unit_weights,
                                                   PassageOptions options);

}  // namespace warraq::searcher
