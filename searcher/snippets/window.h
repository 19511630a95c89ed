// The stretch of matches that is worth showing most.
#pragma once

#include <cstddef>
#include <span>

#include "searcher/query/matcher.h"

namespace warraq::searcher {

/// matches[first] to matches[last], inclusive, and what they are worth.
struct Window {
  std::size_t first = 0;
  std::size_t last = 0;
  double score = 0;
};

/// The best window of at most `max_bytes` (a single match may be longer) among `matches`, which are
/// in order of `begin` and not empty: the greatest sum of weights over its distinct units; the more
/// repetitions, the closer together and the earlier in a text of `text_bytes`, the better between
/// equals. Linear in the number of matches.
[[nodiscard]] Window best_window(std::span<const Match> matches,
                                 std::span<const double> unit_weights, std::size_t max_bytes,
                                 std::size_t text_bytes);

}  // namespace warraq::searcher
