#include "eval/report_human.h"

#include <iomanip>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>

namespace warraq::eval {
namespace {

constexpr int kNameWidth = 12;
constexpr int kValueWidth = 10;
constexpr int kIntervalWidth = 22;
constexpr int kDecimals = 4;

void print_name(std::ostream& out, std::string_view name) {
  out << std::left << std::setw(kNameWidth) << name << std::right;
}

template <typename Value>
void print_cell(std::ostream& out, const Value& value) {
  out << ' ' << std::setw(kValueWidth) << value;
}

std::string signed_number(double value) {
  std::ostringstream text;
  text << std::showpos << std::fixed << std::setprecision(kDecimals) << value;
  return text.str();
}

std::string interval_text(const Interval& interval) {
  return '[' + signed_number(interval.low) + ", " + signed_number(interval.high) + ']';
}

void print_row(std::ostream& out, const std::string& name, std::string_view run,
               const Metrics& metrics) {
  print_name(out, name);
  if (!run.empty()) out << ' ' << run;
  for (const double value : metrics) print_cell(out, value);
  out << '\n';
}

/// The heading of the per-query table; `run` is a placeholder for the column that names the run.
void print_per_query_heading(std::ostream& out, std::string_view run) {
  print_name(out, "query");
  if (!run.empty()) out << ' ' << run;
  for (const std::string_view metric : kMetricNames) print_cell(out, metric);
  out << '\n';
}

void print_run(std::ostream& out, std::string_view label, const NamedEvaluation& run) {
  out << label << ": " << run.name << " (" << run.evaluation.answered << " of "
      << run.evaluation.by_query.size() << " queries answered)\n";
}

void print_comparison_heading(std::ostream& out) {
  print_name(out, "metric");
  for (const std::string_view column : {"A", "B", "B-A", "p-value"}) print_cell(out, column);
  out << ' ' << std::setw(kIntervalWidth) << "95% interval of B-A";
  for (const std::string_view column : {"better", "equal", "worse"}) print_cell(out, column);
  out << '\n';
}

void print_comparison(std::ostream& out, std::string_view metric, double a, double b,
                      const Comparison& comparison) {
  print_name(out, metric);
  print_cell(out, a);
  print_cell(out, b);
  print_cell(out, signed_number(comparison.difference));
  print_cell(out, comparison.p_value);
  out << ' ' << std::setw(kIntervalWidth) << interval_text(comparison.interval);
  print_cell(out, comparison.better);
  print_cell(out, comparison.equal);
  print_cell(out, comparison.worse);
  out << '\n';
}

}  // namespace

void report_human(std::ostream& out, const NamedEvaluation& run, bool per_query) {
  out << std::fixed << std::setprecision(kDecimals);
  if (per_query) {
    print_per_query_heading(out, {});
    for (const auto& [query, metrics] : run.evaluation.by_query) print_row(out, query, {}, metrics);
    out << '\n';
  }
  print_run(out, "run", run);
  const Metrics means = run.evaluation.means();
  for (std::size_t i = 0; i < kMetricCount; ++i) {
    print_name(out, kMetricNames[i]);
    print_cell(out, means[i]);
    out << '\n';
  }
}

void report_comparison_human(std::ostream& out, const NamedEvaluation& a, const NamedEvaluation& b,
                             const Comparisons& comparisons, bool per_query) {
  out << std::fixed << std::setprecision(kDecimals);
  if (per_query) {
    print_per_query_heading(out, " ");
    for (const auto& [query, metrics] : a.evaluation.by_query) {
      print_row(out, query, "A", metrics);
      print_row(out, query, "B", b.evaluation.by_query.at(query));
    }
    out << '\n';
  }
  print_run(out, "A", a);
  print_run(out, "B", b);
  print_comparison_heading(out);
  const Metrics a_means = a.evaluation.means();
  const Metrics b_means = b.evaluation.means();
  for (std::size_t i = 0; i < kMetricCount; ++i) {
    print_comparison(out, kMetricNames[i], a_means[i], b_means[i], comparisons[i]);
  }
}

}  // namespace warraq::eval
