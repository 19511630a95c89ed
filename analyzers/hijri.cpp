#include "analyzers/hijri.h"

#include <unicode/calendar.h>
#include <unicode/timezone.h>

#include <array>
#include <chrono>
#include <memory>

namespace warraq::analyzers {
namespace {

constexpr std::size_t kMonthCount = std::size_t{kLastHijriYear - kFirstHijriYear + 1} * kMonths;

/// The first day of each month from Muharram 1300 on, and the day after the last, counted from
/// 1970-01-01; all 0, months without days, where ICU has no such calendar.
using MonthStarts = std::array<int, kMonthCount + 1>;

// A calendar of ICU's takes microseconds to make and to ask: the table is made once, when the first
// Hijri date is met.
MonthStarts month_starts() {
  constexpr double kMillisecondsADay = 86'400'000;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(
      icu::TimeZone::getGMT()->clone(), icu::Locale("ar@calendar=islamic-umalqura"), status));
  if (U_FAILURE(status)) return {};
  MonthStarts starts{};
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const int month = static_cast<int>(i);
    calendar->clear();
    calendar->set(kFirstHijriYear + month / kMonths, month % kMonths, 1);
    starts[i] = static_cast<int>(calendar->getTime(status) / kMillisecondsADay);
  }
  return U_FAILURE(status) ? MonthStarts{} : starts;
}

const MonthStarts& starts() {
  static const MonthStarts table = month_starts();
  return table;
}

}  // namespace

std::optional<Date> gregorian_of_hijri(int year, int month, int day) {
  if (year < kFirstHijriYear || year > kLastHijriYear) return std::nullopt;
  if (month < 1 || month > kMonths) return std::nullopt;
  const auto index = static_cast<std::size_t>((year - kFirstHijriYear) * kMonths + month - 1);
  const int days = starts()[index] + day - 1;
  if (day < 1 || days >= starts()[index + 1]) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days}}};
  return Date{static_cast<int>(date.year()), static_cast<int>(unsigned{date.month()}),
              static_cast<int>(unsigned{date.day()})};
}

}  // namespace warraq::analyzers
