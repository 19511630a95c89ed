// What went wrong, for programs.
#pragma once

#include <ostream>
#include <string_view>

#include "searcher/output/format.h"
#include "warraq/error.h"

namespace warraq::searcher::output {

/// "usage", "no_archive", …: as JSON has it.
[[nodiscard]] std::string_view code_name(ErrorCode code);

/// {"version", "qid", "error": {"code", "message", "hint"}} on a line, without a qid or hint that
/// is empty. In jsonl it has the `type` error, as other lines have theirs.
void print_error(std::ostream& out, Format format, std::string_view query_id, const Error& error);

}  // namespace warraq::searcher::output
