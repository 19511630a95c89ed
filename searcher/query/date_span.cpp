#include "searcher/query/date_span.h"

#include <array>
#include <chrono>

namespace warraq::searcher {
namespace {

using analyzers::Date;
using analyzers::DateRange;

// The years that dates are read in (date.h).
constexpr int kFirstYear = 1500;
constexpr int kLastYear = 2199;

std::optional<Date> days_later(const Date& date, int days) {
  const std::chrono::year_month_day day{std::chrono::year{date.year},
                                        std::chrono::month{static_cast<unsigned>(date.month)},
                                        std::chrono::day{static_cast<unsigned>(date.day)}};
  const std::chrono::year_month_day moved{std::chrono::sys_days{day} + std::chrono::days{days}};
  const Date result{static_cast<int>(moved.year()),
                    static_cast<int>(static_cast<unsigned>(moved.month())),
                    static_cast<int>(static_cast<unsigned>(moved.day()))};
  if (result.year < kFirstYear || result.year > kLastYear) return std::nullopt;
  return result;
}

// A year or a month where one has just these days.
std::optional<std::string> print_period(const Date& first, const Date& last) {
  constexpr std::array<std::size_t, 3> kBytesOfYearMonthDay = {4, 7, 10};
  const std::string day = first.iso();
  for (const std::size_t bytes : kBytesOfYearMonthDay) {
    std::string text = day.substr(0, bytes);
    if (analyzers::read_period(text) == DateRange{first, last}) return text;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DateSpan> span_of(const DateRange& period, DateBound bound) {
  DateSpan span;
  switch (bound) {
    case DateBound::within:
      return DateSpan{period.first, period.last};
    case DateBound::from:
      return DateSpan{period.first, std::nullopt};
    case DateBound::up_to:
      return DateSpan{std::nullopt, period.last};
    case DateBound::after:
      span.from = days_later(period.last, 1);
      break;
    case DateBound::before:
      span.to = days_later(period.first, -1);
      break;
  }
  if (!span.from && !span.to) return std::nullopt;
  return span;
}

std::string print_span(const DateSpan& span) {
  if (span.from && span.to) {
    if (auto period = print_period(*span.from, *span.to)) return *period;
  }
  return (span.from ? span.from->iso() : "") + ".." + (span.to ? span.to->iso() : "");
}

}  // namespace warraq::searcher
