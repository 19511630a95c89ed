// What went wrong, for programs.
#pragma once

#include <ostream>
#include <string_view>

#include "warraq/error.h"

namespace warraq::searcher::output {

/// "usage", "no_archive", …: as JSON has it.
[[nodiscard]] std::string_view code_name(ErrorCode code);

/// {"version", "qid", "error": {"code", "message", "hint"}} on a line, without a qid or hint that
/// is empty.
void print_error(std::ostream& out, std::string_view query_id, const Error& error);

}  // namespace warraq::searcher::output
