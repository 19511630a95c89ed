#include "eval/metrics.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace warraq::eval {
namespace {

int relevance(const Judgements& judgements, const std::string& document) {
  const auto found = judgements.find(document);
  return found == judgements.end() ? 0 : found->second;
}

bool is_relevant(const Judgements& judgements, const std::string& document) {
  return relevance(judgements, document) > 0;
}

std::size_t count_relevant(const Judgements& judgements) {
  return static_cast<std::size_t>(std::count_if(
      judgements.begin(), judgements.end(), [](const auto& judged) { return judged.second > 0; }));
}

/// What a document of this relevance adds at `rank`, counted from 1.
double discounted_gain(int grade, std::size_t rank) {
  const double gain = std::exp2(std::max(grade, 0)) - 1;
  return gain / std::log2(static_cast<double>(rank) + 1);
}

double ideal_gain(const Judgements& judgements, std::size_t depth) {
  std::vector<int> grades;
  for (const auto& [document, grade] : judgements) grades.push_back(grade);
  std::sort(grades.begin(), grades.end(), std::greater<>());
  double sum = 0;
  for (std::size_t i = 0; i < std::min(depth, grades.size()); ++i) {
    sum += discounted_gain(grades[i], i + 1);
  }
  return sum;
}

double ratio(double part, double whole) { return whole > 0 ? part / whole : 0; }

}  // namespace

double reciprocal_rank(const Ranking& ranking, const Judgements& judgements, std::size_t depth) {
  for (std::size_t i = 0; i < std::min(depth, ranking.size()); ++i) {
    if (is_relevant(judgements, ranking[i])) return 1.0 / static_cast<double>(i + 1);
  }
  return 0;
}

double ndcg(const Ranking& ranking, const Judgements& judgements, std::size_t depth) {
  double sum = 0;
  for (std::size_t i = 0; i < std::min(depth, ranking.size()); ++i) {
    sum += discounted_gain(relevance(judgements, ranking[i]), i + 1);
  }
  return ratio(sum, ideal_gain(judgements, depth));
}

double recall(const Ranking& ranking, const Judgements& judgements, std::size_t depth) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < std::min(depth, ranking.size()); ++i) {
    if (is_relevant(judgements, ranking[i])) ++found;
  }
  return ratio(static_cast<double>(found), static_cast<double>(count_relevant(judgements)));
}

double average_precision(const Ranking& ranking, const Judgements& judgements) {
  std::size_t found = 0;
  double sum = 0;
  for (std::size_t i = 0; i < ranking.size(); ++i) {
    if (!is_relevant(judgements, ranking[i])) continue;
    ++found;
    sum += static_cast<double>(found) / static_cast<double>(i + 1);
  }
  return ratio(sum, static_cast<double>(count_relevant(judgements)));
}

Metrics measure(const Ranking& ranking, const Judgements& judgements) {
  return {reciprocal_rank(ranking, judgements, 10), ndcg(ranking, judgements, 10),
          recall(ranking, judgements, 10), recall(ranking, judgements, 100),
          average_precision(ranking, judgements)};
}

Metrics Evaluation::means() const {
  Metrics sums{};
  for (const auto& [query, metrics] : by_query) {
    for (std::size_t i = 0; i < kMetricCount; ++i) sums[i] += metrics[i];
  }
  for (double& sum : sums) sum = ratio(sum, static_cast<double>(by_query.size()));
  return sums;
}

std::vector<double> Evaluation::values(std::size_t metric) const {
  std::vector<double> values;
  values.reserve(by_query.size());
  for (const auto& [query, metrics] : by_query) values.push_back(metrics[metric]);
  return values;
}

Evaluation evaluate(const Qrels& qrels, const Run& run) {
  Evaluation evaluation;
  for (const auto& [query, judgements] : qrels) {
    if (count_relevant(judgements) == 0) continue;
    const auto found = run.find(query);
    if (found != run.end()) ++evaluation.answered;
    evaluation.by_query[query] =
        found == run.end() ? Metrics{} : measure(found->second, judgements);
  }
  return evaluation;
}

}  // namespace warraq::eval
