// What warraq-eval prints, for people and for programs.
#pragma once

#include <array>
#include <iosfwd>
#include <string>

#include "eval/metrics.h"
#include "eval/significance.h"

namespace warraq::eval {

enum class Format { human, json };

/// A run's evaluation, under the name that reports give it.
struct NamedEvaluation {
  std::string name;
  Evaluation evaluation;
};

/// One for each of kMetricNames, in that order.
using Comparisons = std::array<Comparison, kMetricCount>;

struct ReportOptions {
  Format format = Format::human;
  bool per_query = false;
};

void report(std::ostream& out, const NamedEvaluation& run, const ReportOptions& options);

/// Both runs and B - A with its significance. Both must come from the same judgements.
void report_comparison(std::ostream& out, const NamedEvaluation& a, const NamedEvaluation& b,
                       const ReportOptions& options);

}  // namespace warraq::eval
