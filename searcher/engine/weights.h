// The figures that ranking stands on, in one place.
#pragma once

#include <xapian.h>

namespace warraq::searcher {

/// How much each kind of term counts in a score, and BM25's parameters.
struct RankingWeights {
  double stem;        ///< a word's stem, the base
  double normalised;  ///< on top of it, the same word and not only its stem
  double title;       ///< on top of both, its stem in the title
  double exact;       ///< a word asked for in its exact form
  double stop_word;   ///< a stop word, in a query of nothing else
  double phrase;      ///< each word of a phrase
  double k1;          ///< BM25: how soon further occurrences of a word stop to matter
  double b;           ///< BM25: how much a long article is held against it, 0..1
  double k3;          ///< BM25: how soon repetitions in the query stop to matter
  double
      min_norm_length;  ///< Xapian: articles shorter than this part of the mean count as this long
};

inline constexpr RankingWeights kWeights = {
    .stem = 1.0,
    .normalised = 0.3,
    .title = 0.5,
    .exact = 1.0,
    .stop_word = 1.0,
    .phrase = 1.0,
    .k1 = 1.2,
    .b = 0.75,
    .k3 = 0.0,
    .min_norm_length = 0.0,
};

/// BM25 as Robertson and Walker published it (TREC-3, 1994), in Xapian's implementation.
[[nodiscard]] inline Xapian::BM25Weight ranking_weight() {
  constexpr double kNoQueryLengthCorrection = 0;
  return {kWeights.k1, kNoQueryLengthCorrection, kWeights.k3, kWeights.b, kWeights.min_norm_length};
}

}  // namespace warraq::searcher
