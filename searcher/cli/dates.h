// Dates on the command line.
#pragma once

#include <string_view>

#include "warraq/corpus/article.h"

namespace warraq::searcher::commands {

/// Which day of a year or month is meant where only that is given.
enum class DayOf { first, last };

/// The day that `text` names: YYYY, YYYY-MM or YYYY-MM-DD (or / between), in any digits. Throws
/// Error(query), naming `option`, for a date that does not exist.
[[nodiscard]] corpus::Date read_date(std::string_view text, DayOf day, std::string_view option);

}  // namespace warraq::searcher::commands
