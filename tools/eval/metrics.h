// The measures of a ranking against judgements: their definitions are in RELEVANCE.md.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "eval/trec.h"

namespace warraq::eval {

inline constexpr std::array<std::string_view, 5> kMetricNames{"MRR@10", "nDCG@10", "recall@10",
                                                              "recall@100", "MAP"};
inline constexpr std::size_t kMetricCount = kMetricNames.size();

/// A value for each of kMetricNames, in that order, from 0 to 1.
using Metrics = std::array<double, kMetricCount>;

/// The reciprocal rank of the first relevant document among the first `depth`; 0 without one.
[[nodiscard]] double reciprocal_rank(const Ranking& ranking, const Judgements& judgements,
                                     std::size_t depth);
/// K. Järvelin, J. Kekäläinen, "Cumulated Gain-Based Evaluation of IR Techniques" (ACM TOIS 20,
/// 2002) over the first `depth`, with the gain 2^relevance - 1 and the discount log2(rank + 1).
[[nodiscard]] double ndcg(const Ranking& ranking, const Judgements& judgements, std::size_t depth);
/// The share of the relevant documents that are among the first `depth`.
[[nodiscard]] double recall(const Ranking& ranking, const Judgements& judgements,
                            std::size_t depth);
/// Precision at each relevant document of the whole ranking, over the number of relevant documents.
[[nodiscard]] double average_precision(const Ranking& ranking, const Judgements& judgements);

/// All of kMetricNames for one query.
[[nodiscard]] Metrics measure(const Ranking& ranking, const Judgements& judgements);

/// One run measured, query by query.
struct Evaluation {
  std::map<std::string, Metrics> by_query;  ///< each query that has a relevant document
  std::size_t answered = 0;                 ///< how many of them the run has documents for

  /// The means over the queries; 0 where there is none.
  [[nodiscard]] Metrics means() const;
  /// One metric's values, in the order of `by_query`.
  [[nodiscard]] std::vector<double> values(std::size_t metric) const;
};

/// Measures every query of `qrels` that has a relevant document; one that is not in `run` counts 0.
[[nodiscard]] Evaluation evaluate(const Qrels& qrels, const Run& run);

}  // namespace warraq::eval
