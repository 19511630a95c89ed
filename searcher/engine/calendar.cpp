#include "searcher/engine/calendar.h"

#include <chrono>

namespace warraq::searcher {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::int64_t kDaysAWeek = 7;
constexpr std::int64_t kMonthsAYear = 12;
// From the Monday before it to 1970-01-01, from which days are counted.
constexpr std::int64_t kDaysFromMonday = 3;

std::int64_t floor_divide(std::int64_t number, std::int64_t by) {
  return number / by - (number % by < 0 ? 1 : 0);
}

std::int64_t day_count(std::uint32_t day) {
  const year_month_day date(std::chrono::year(static_cast<int>(day / 10'000)),
                            std::chrono::month(day / 100 % 100), std::chrono::day(day % 100));
  return sys_days(date).time_since_epoch().count();
}

analyzers::Date date_of(std::int64_t days) {
  const year_month_day date{sys_days(std::chrono::days(days))};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

}  // namespace

std::int64_t interval_of(std::uint32_t day, Interval interval) {
  switch (interval) {
    case Interval::year:
      return day / 10'000;
    case Interval::month:
      return static_cast<std::int64_t>(day / 10'000) * kMonthsAYear + day / 100 % 100 - 1;
    case Interval::week:
      return floor_divide(day_count(day) + kDaysFromMonday, kDaysAWeek);
    default:
      return day_count(day);
  }
}

analyzers::Date first_day_of(std::int64_t number, Interval interval) {
  switch (interval) {
    case Interval::year:
      return {static_cast<int>(number), 1, 1};
    case Interval::month:
      return {static_cast<int>(number / kMonthsAYear), static_cast<int>(number % kMonthsAYear) + 1,
              1};
    case Interval::week:
      return date_of(number * kDaysAWeek - kDaysFromMonday);
    default:
      return date_of(number);
  }
}

}  // namespace warraq::searcher
