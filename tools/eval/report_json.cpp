#include "eval/report_json.h"

#include <iomanip>
#include <limits>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string_view>

namespace warraq::eval {
namespace {

constexpr int kVersion = 1;

/// A JSON string. Query ids are UTF-8 as read; a file's name may be any bytes.
void write_string(std::ostream& out, std::string_view text) {
  out << nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void write_metrics(std::ostream& out, const Metrics& metrics) {
  out << '{';
  for (std::size_t i = 0; i < kMetricCount; ++i) {
    out << (i == 0 ? "" : ",") << '"' << kMetricNames[i] << "\":" << metrics[i];
  }
  out << '}';
}

void write_run(std::ostream& out, const NamedEvaluation& run) {
  out << "{\"name\":";
  write_string(out, run.name);
  out << ",\"answered\":" << run.evaluation.answered << ",\"metrics\":";
  write_metrics(out, run.evaluation.means());
  out << '}';
}

void write_comparison(std::ostream& out, const Comparison& comparison) {
  out << "{\"difference\":" << comparison.difference << ",\"p_value\":" << comparison.p_value
      << ",\"interval\":[" << comparison.interval.low << ',' << comparison.interval.high
      << "],\"better\":" << comparison.better << ",\"equal\":" << comparison.equal
      << ",\"worse\":" << comparison.worse << '}';
}

void write_comparisons(std::ostream& out, const Comparisons& comparisons) {
  out << '{';
  for (std::size_t i = 0; i < kMetricCount; ++i) {
    out << (i == 0 ? "" : ",") << '"' << kMetricNames[i] << "\":";
    write_comparison(out, comparisons[i]);
  }
  out << '}';
}

/// `{query: value, …}`, each value written by `write_value(query, metrics)`.
template <typename WriteValue>
void write_per_query(std::ostream& out, const Evaluation& evaluation, WriteValue write_value) {
  out << ",\"per_query\":{";
  bool first = true;
  for (const auto& [query, metrics] : evaluation.by_query) {
    if (!first) out << ',';
    first = false;
    write_string(out, query);
    out << ':';
    write_value(query, metrics);
  }
  out << '}';
}

void begin_report(std::ostream& out, const Evaluation& evaluation) {
  out << std::setprecision(std::numeric_limits<double>::digits10);
  out << "{\"version\":" << kVersion << ",\"queries\":" << evaluation.by_query.size();
}

}  // namespace

void report_json(std::ostream& out, const NamedEvaluation& run, bool per_query) {
  begin_report(out, run.evaluation);
  out << ",\"run\":";
  write_run(out, run);
  if (per_query) {
    write_per_query(out, run.evaluation,
                    [&](const auto&, const Metrics& metrics) { write_metrics(out, metrics); });
  }
  out << "}\n";
}

void report_comparison_json(std::ostream& out, const NamedEvaluation& a, const NamedEvaluation& b,
                            const Comparisons& comparisons, bool per_query) {
  begin_report(out, a.evaluation);
  out << ",\"a\":";
  write_run(out, a);
  out << ",\"b\":";
  write_run(out, b);
  out << ",\"b_minus_a\":";
  write_comparisons(out, comparisons);
  if (per_query) {
    write_per_query(out, a.evaluation, [&](const std::string& query, const Metrics& metrics) {
      out << "{\"a\":";
      write_metrics(out, metrics);
      out << ",\"b\":";
      write_metrics(out, b.evaluation.by_query.at(query));
      out << '}';
    });
  }
  out << "}\n";
}

}  // namespace warraq::eval
