#include "searcher/query/date_span.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "analyzers/characters.h"
#include "corpus/article/text.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::searcher {
namespace {

using analyzers::CharacterClass;
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

constexpr std::array<std::string_view, 3> kRangeMarks = {"...", "..", "…"};
constexpr std::array<std::string_view, 5> kDashes = {"-", "–", "—", "−", "－"};
constexpr std::array<std::string_view, 9> kRangeWords = {"إلى", "الى",   "حتى",  "حتي",    "لغاية",
                                                         "to",  "until", "till", "through"};
constexpr std::array<std::string_view, 2> kFirstWords = {"من ", "from "};

template <std::size_t kCount>
std::size_t bytes_of(std::string_view text, const std::array<std::string_view, kCount>& marks) {
  for (const std::string_view mark : marks) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// 2018-3 and 3/2018: in a query a month all the same.
std::optional<DateRange> read_short_month(std::string_view text) {
  constexpr std::size_t kBytes = 6;
  std::string digits;
  for (std::size_t at = 0; at < text.size() && digits.size() <= kBytes;) {
    const analyzers::DecodedCharacter character = analyzers::decode_utf8(text, at);
    at += character.length;
    const bool is_digit = analyzers::classify(character.code_point) == CharacterClass::digit;
    const bool is_separator = character.code_point == '-' || character.code_point == '/';
    if (!is_digit && !is_separator) return std::nullopt;
    digits += is_digit ? static_cast<char>('0' + analyzers::digit_value(character.code_point))
                       : static_cast<char>(character.code_point);
  }
  if (digits.size() != kBytes) return std::nullopt;
  if (is_digit(digits[1])) return analyzers::read_period(digits.insert(kBytes - 1, 1, '0'));
  return analyzers::read_period(digits.insert(0, 1, '0'));
}

std::optional<DateRange> read_period(std::string_view text) {
  if (const auto period = analyzers::read_period(text)) return period;
  return read_short_month(corpus::trimmed(text));
}

std::string_view without_first_word(std::string_view text) {
  text = corpus::trimmed(text);
  return text.substr(bytes_of(text, kFirstWords));
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

// The first or the last day of a range, as the month where it is the month's own.
std::string print_end(const std::optional<Date>& day, bool is_first) {
  if (!day) return {};
  constexpr std::size_t kBytesOfMonth = 7;
  const std::string text = day->iso();
  const std::string month = text.substr(0, kBytesOfMonth);
  const auto period = analyzers::read_period(month);
  return period && (is_first ? period->first : period->last) == *day ? month : text;
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

std::size_t range_joint_at(std::string_view text, bool spaced) {
  if (const std::size_t mark = bytes_of(text, kRangeMarks)) return mark;
  const std::size_t bytes = std::max(bytes_of(text, kDashes), bytes_of(text, kRangeWords));
  const bool is_spaced_behind = text.substr(bytes).starts_with(' ');
  if (bytes_of(text, kDashes) != 0) return spaced == is_spaced_behind ? bytes : 0;
  return spaced && is_spaced_behind ? bytes : 0;
}

std::optional<DateRange> read_days(std::string_view text) {
  if (text.size() > 2 * analyzers::kMaxDateBytes) return std::nullopt;
  if (const auto period = read_period(text)) return period;
  text = without_first_word(text);
  for (std::size_t at = 1; at < text.size(); ++at) {
    const std::size_t joint = range_joint_at(text.substr(at), text[at - 1] == ' ');
    if (joint == 0) continue;
    const auto first = read_period(text.substr(0, at));
    const auto last = first ? read_period(text.substr(at + joint)) : std::nullopt;
    if (last) return DateRange{first->first, last->last};
  }
  return std::nullopt;
}

bool joins_dates(std::string_view text) {
  return bytes_of(text, kRangeMarks) != 0 ||
         std::find(kRangeWords.begin(), kRangeWords.end(), text) != kRangeWords.end();
}

std::string print_span(const DateSpan& span) {
  if (span.from && span.to) {
    if (auto period = print_period(*span.from, *span.to)) return *period;
  }
  return print_end(span.from, true) + ".." + print_end(span.to, false);
}

}  // namespace warraq::searcher
