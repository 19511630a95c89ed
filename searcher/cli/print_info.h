// Printing what an archive holds.
#pragma once

#include <ostream>

#include "warraq/searcher/searcher.h"

namespace warraq::searcher::commands {

/// The longest lists are cut, and said to be.
void print_info_for_people(std::ostream& out, const ArchiveInfo& info);

}  // namespace warraq::searcher::commands
