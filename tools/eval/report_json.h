// One JSON object for programs; its fields are in RELEVANCE.md.
#pragma once

#include <iosfwd>

#include "eval/report.h"

namespace warraq::eval {

void report_json(std::ostream& out, const NamedEvaluation& run, bool per_query);

void report_comparison_json(std::ostream& out, const NamedEvaluation& a, const NamedEvaluation& b,
                            const Comparisons& comparisons, bool per_query);

}  // namespace warraq::eval
