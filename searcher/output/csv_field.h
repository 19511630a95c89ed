// Fields of comma-separated values after RFC 4180, safe to open in a spreadsheet.
#pragma once

#include <string>
#include <string_view>

namespace warraq::searcher::output {

/// How records end.
inline constexpr std::string_view kCsvLineEnd = "\r\n";

/// `text` as a field: quoted where it must be, and behind an apostrophe where a spreadsheet would
/// run it as a formula.
[[nodiscard]] std::string csv_field(std::string_view text);

}  // namespace warraq::searcher::output
