#include "searcher/request/dates.h"

#include <optional>
#include <string>

#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::searcher {

analyzers::Date read_date(std::string_view text, DayOf day, std::string_view option) {
  if (const auto period = analyzers::read_period(text)) {
    return day == DayOf::first ? period->first : period->last;
  }
  const std::string reason =
      text.empty() ? " is given no date" : ": there is no date " + analyzers::isolate(text);
  throw Error(ErrorCode::query, std::string(option) + reason,
              "write a year, a month or a day: 2018, 2018-03 or 2018-03-15");
}

}  // namespace warraq::searcher
