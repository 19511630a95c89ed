// Dates as requests give them.
#pragma once

#include <string_view>

#include "warraq/analyzers/date.h"

namespace warraq::searcher {

/// Which day of a year or month is meant where only that is given.
enum class DayOf { first, last };

/// The day that `text` names, or the first or last of the year or month: what
/// analyzers::read_period() reads. Throws Error(query), naming `option`, for a date that does not
/// exist.
[[nodiscard]] analyzers::Date read_date(std::string_view text, DayOf day, std::string_view option);

}  // namespace warraq::searcher
