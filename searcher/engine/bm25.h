// BM25 over plain numbers, as Xapian::BM25Weight has it: what is scored here and what Xapian scores
// are held to one another by tests.
#pragma once

#include <cmath>
#include <cstdint>

#include "searcher/engine/weights.h"

namespace warraq::searcher {

/// Robertson and Walker, TREC-3 (1994), with the parameters of weights.h.
class Bm25 {
 public:
  Bm25(double articles, double mean_length)
      : articles_(articles), length_factor_(mean_length > 0 ? 1 / mean_length : 0) {}

  /// What a term that `holding` articles hold can add to a score, at the most. Never negative: a
  /// term in more than a third of all articles counts more than the formula has it, as in Xapian.
  [[nodiscard]] double rarity(double holding) const {
    double odds = (articles_ - holding + 0.5) / (holding + 0.5);
    if (odds < 2) odds = odds * 0.5 + 1;
    return std::log(odds) * (kWeights.k1 + 1);
  }

  /// Which part of that an article of this length gets for so many occurrences: 0 to 1.
  [[nodiscard]] double share(std::int32_t occurrences, std::int32_t length) const {
    static_assert(kWeights.min_norm_length == 0, "lengths are taken as they are");
    const double slowness = kWeights.k1 * (length * length_factor_ * kWeights.b + (1 - kWeights.b));
    return occurrences / (slowness + occurrences);
  }

 private:
  double articles_;
  double length_factor_;
};

}  // namespace warraq::searcher
