// Days of the calendar in intervals of time, each with a number; the numbers follow one another.
#pragma once

#include <cstdint>

#include "warraq/analyzers/date.h"
#include "warraq/searcher/facets.h"

namespace warraq::searcher {

/// Which interval a day is in; `day` is YYYYMMDD, of the calendar. `interval` is not automatic.
[[nodiscard]] std::int64_t interval_of(std::uint32_t day, Interval interval);
/// The first day of an interval.
[[nodiscard]] analyzers::Date first_day_of(std::int64_t number, Interval interval);

}  // namespace warraq::searcher
