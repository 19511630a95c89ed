// The days that a query asks for.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "warraq/analyzers/date.h"

namespace warraq::searcher {

/// Days from a first to a last one, both inclusive, either open.
struct DateSpan {
  std::optional<analyzers::Date> from;
  std::optional<analyzers::Date> to;
};

/// How a period bounds the days that are asked for.
enum class DateBound {
  within,  ///< its own days
  after,   ///< > what follows its last day
  from,    ///< >= its first day and what follows
  before,  ///< < what goes before its first day
  up_to    ///< <= its last day and what goes before
};

/// Nothing where no day is left: none is after 2199 or before 1500.
[[nodiscard]] std::optional<DateSpan> span_of(const analyzers::DateRange& period, DateBound bound);

/// What stands between the two dates of a range: .., إلى, to, a dash. At the beginning of `text`;
/// its bytes, 0 where there is none. `spaced`: there are spaces on both of its sides, without which
/// no word stands between dates.
[[nodiscard]] std::size_t range_joint_at(std::string_view text, bool spaced);

/// The days of a whole text: a period, or two with a joint between them (2016-2017, من آذار 2018
/// إلى أيار 2018), the later one perhaps first.
[[nodiscard]] std::optional<analyzers::DateRange> read_days(std::string_view text);

/// Whether `text` is a word or a mark that joins the date before it to one behind it.
[[nodiscard]] bool joins_dates(std::string_view text);

/// In the query language, behind the field's name: 2018, 2018-03..2018-05, ..2018-03-15.
[[nodiscard]] std::string print_span(const DateSpan& span);

}  // namespace warraq::searcher
