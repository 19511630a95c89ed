// Tables for people.
#pragma once

#include <iosfwd>

#include "eval/report.h"

namespace warraq::eval {

void report_human(std::ostream& out, const NamedEvaluation& run, bool per_query);

void report_comparison_human(std::ostream& out, const NamedEvaluation& a, const NamedEvaluation& b,
                             const Comparisons& comparisons, bool per_query);

}  // namespace warraq::eval
