#include "eval/report.h"

#include "eval/report_human.h"
#include "eval/report_json.h"

namespace warraq::eval {
namespace {

Comparisons compare_all(const Evaluation& a, const Evaluation& b) {
  Comparisons comparisons;
  for (std::size_t i = 0; i < kMetricCount; ++i) {
    comparisons[i] = compare(a.values(i), b.values(i));
  }
  return comparisons;
}

}  // namespace

void report(std::ostream& out, const NamedEvaluation& run, const ReportOptions& options) {
  const auto print = options.format == Format::json ? report_json : report_human;
  print(out, run, options.per_query);
}

void report_comparison(std::ostream& out, const NamedEvaluation& a, const NamedEvaluation& b,
                       const ReportOptions& options) {
  const auto print =
      options.format == Format::json ? report_comparison_json : report_comparison_human;
  print(out, a, b, compare_all(a.evaluation, b.evaluation), options.per_query);
}

}  // namespace warraq::eval
