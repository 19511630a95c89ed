// Printing explanations.
#pragma once

#include <ostream>

#include "warraq/searcher/searcher.h"

namespace warraq::searcher::output {

void print_explanation_for_people(std::ostream& out, const Explanation& explanation);
/// One object on one line.
void print_explanation_as_json(std::ostream& out, const Explanation& explanation);

}  // namespace warraq::searcher::output
