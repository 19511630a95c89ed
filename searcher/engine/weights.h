// The figures that ranking stands on, in one place.
#pragma once

#include <xapian.h>

namespace warraq::searcher {

/// How much each kind of term counts in a score, and BM25's parameters.
struct RankingWeights {
  double stem;        ///< a word's stem, the base
  double normalised;  ///< on top of it, the same word and not only its stem, in the best articles
  double near;        ///< two of the query's words close to one another, likewise
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

// nDCG@10 (tools/eval) of headlines against their own articles' bodies (30,038 articles of news)
// and of the questions of ARCD, XQuAD and MLQA against their passages' bodies, one figure changed
// at a time and all four looked at together; the best 30 by stems looked at again:
//
//                          headlines   ARCD   XQuAD    MLQA    mean
//   as below                  .7485   .8297   .9432   .7411   .8156
//   stems alone               .7339   .8227   .9382   .7401   .8087
//   normalised   .1           .7488   .8276   .9409   .7403   .8144
//   normalised   .3           .7462   .8286   .9440   .7402   .8147
//   near         0            .7443   .8257   .9426   .7435   .8140
//   near         .05          .7487   .8279   .9421   .7421   .8152
//   near         .2           .7470   .8299   .9434   .7411   .8153
//   near within  8 words      .7468   .8286   .9427   .7413   .8148
//   near within 32 words      .7475   .8293   .9423   .7424   .8154
//   a form as rare as its stem, near 0, normalised .3
//                             .7393   .8255   .9421   .7415   .8121
//
// and earlier, with normalised words as terms of their own beside the stems (.3):
//
//   then                      .7468   .8260   .9432   .7431   .8148
//   k1           .9           .7447   .8249   .9429   .7429   .8139
//   k1          1.5           .7443   .8251   .9427   .7414   .8134
//   b            .6           .7393   .8225   .9436   .7404   .8115
//   b            .85          .7449   .8286   .9430   .7424   .8147
//   a word repeated in the query counts more (k3 = 8): no difference above .0011
//
// The title's weight on the same questions, the passages' titles indexed too (they are those of
// whole encyclopaedia articles, so that many passages share one):
//
//                 ARCD   XQuAD    MLQA
//   title  0     .8446   .9435   .7520
//   title   .2   .8490   .9435   .7509
//   title   .35  .8497   .9435   .7456
//   title   .5   .8488   .9435   .7439
//   title  1     .8397   .9435   .7273
inline constexpr RankingWeights kWeights = {
    .stem = 1.0,
    .normalised = 0.2,
    .near = 0.1,
    .title = 0.2,
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
