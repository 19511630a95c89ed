#include "analyzers/date_grammar.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <string_view>

#include "analyzers/hijri.h"

namespace warraq::analyzers {
namespace {

constexpr int kFirstYear = 1500;
constexpr int kLastYear = 2199;
constexpr std::uint8_t kYearDigits = 4;
constexpr std::uint8_t kCompactDigits = 8;
constexpr auto kImpossible = DateRefusal::impossible;

std::chrono::year_month_day chrono_date(const Date& date) {
  return {std::chrono::year{date.year}, std::chrono::month{static_cast<unsigned>(date.month)},
          std::chrono::day{static_cast<unsigned>(date.day)}};
}

bool falls_on(const Date& date, int weekday) {
  const std::chrono::weekday day{std::chrono::sys_days{chrono_date(date)}};
  return day.c_encoding() == static_cast<unsigned>(weekday);
}

int days_between(const Date& left, const Date& right) {
  const auto days =
      std::chrono::sys_days{chrono_date(left)} - std::chrono::sys_days{chrono_date(right)};
  return std::abs(static_cast<int>(days.count()));
}

// A month is seen to begin a day or two apart from what was calculated.
constexpr int kMaxDaysApart = 2;

// Of the dates of one day in two calendars, the Gregorian one, if they can be of one day.
DateReading combined(const DateReading& one, const DateReading& other) {
  const DateReading& gregorian = one.calendar == Calendar::gregorian ? one : other;
  if (!one.date || !other.date || days_between(*one.date, *other.date) > kMaxDaysApart) {
    return {std::nullopt, gregorian.calendar, false, kImpossible};
  }
  // 03/04/2018 beside a Hijri date that agrees with it is certain.
  return {gregorian.date, gregorian.calendar, false, DateRefusal::none};
}

// RFC 2822, section 4.3.
int year_of_two_digits(int year) { return year + (year < 50 ? 2000 : 1900); }

std::optional<Date> gregorian(Calendar calendar, int year, int month, int day) {
  if (calendar == Calendar::hijri) return gregorian_of_hijri(year, month, day);
  const Date date{year, month, day};
  if (!exists(date)) return std::nullopt;
  return date;
}

// The days of a month, or of a year where the month is 0.
std::optional<DateRange> days_of(Calendar calendar, int year, int month) {
  constexpr int kLongestMonth = 31;
  const auto first = gregorian(calendar, year, month == 0 ? 1 : month, 1);
  if (!first) return std::nullopt;
  for (int day = kLongestMonth; day > 0; --day) {
    const auto last = gregorian(calendar, year, month == 0 ? kMonths : month, day);
    if (last) return DateRange{*first, *last};
  }
  return std::nullopt;
}

}  // namespace

bool exists(const Date& date) {
  return date.year >= kFirstYear && date.year <= kLastYear && chrono_date(date).ok();
}

bool DateGrammar::take_sign(char sign) {
  if (!next().is_sign(sign)) return false;
  ++at_;
  return true;
}

bool DateGrammar::take_word(DateWord purpose) {
  if (!is_date_word(next().word(), purpose)) return false;
  ++at_;
  return true;
}

std::optional<int> DateGrammar::take_number(std::uint8_t min_digits, std::uint8_t max_digits) {
  const DateToken& token = next();
  if (!token.is_number() || token.digits < min_digits || token.digits > max_digits) {
    return std::nullopt;
  }
  ++at_;
  return static_cast<int>(token.value);
}

void DateGrammar::skip_punctuation() {
  constexpr std::string_view kPunctuation = ",-|.()[]";
  while (next().kind == DateToken::Kind::sign && next().sign != 0 &&
         kPunctuation.find(next().sign) != std::string_view::npos) {
    ++at_;
  }
}

std::optional<DateReading> DateGrammar::take_date() {
  const std::size_t begin = at_;
  std::optional<int> weekday = take_weekday();
  if (weekday) {  // السبت الموافق 24 مارس
    while (take_word(DateWord::equals)) {
    }
  }
  std::optional<Day> day = take_day();
  if (!day) {
    at_ = begin;
    day = take_day();  // mar is a Tuesday in French, and March in English
    if (!day) return std::nullopt;
    weekday = std::nullopt;
  }
  const DateReading reading = resolve(*day, weekday);
  const std::size_t end = at_;
  skip_punctuation();
  take_sign('/');
  while (take_word(DateWord::equals)) {
  }
  const std::optional<int> second_weekday = take_weekday();
  const std::optional<Day> second = take_day();
  numbers_only_ = day->numbers_only;
  if (second && second->calendar != day->calendar) {
    numbers_only_ = second->numbers_only;
    return combined(reading, resolve(*second, second_weekday));
  }
  at_ = end;
  return reading;
}

std::optional<int> DateGrammar::take_weekday() {
  const std::size_t begin = at_;
  take_word(DateWord::before_weekday);
  const std::optional<int> weekday = weekday_named(next().word());
  if (!weekday) {
    at_ = begin;
    return std::nullopt;
  }
  ++at_;
  skip_punctuation();
  take_sign('/') || take_sign(':');
  return weekday;
}

std::optional<DateGrammar::Day> DateGrammar::take_day() {
  const std::size_t begin = at_;
  using Take = std::optional<Day> (DateGrammar::*)();
  constexpr std::array<Take, 6> kOrders{
      &DateGrammar::take_compact,    &DateGrammar::take_numbers,
      &DateGrammar::take_day_first,  &DateGrammar::take_month_first,
      &DateGrammar::take_year_first, &DateGrammar::take_year_and_weekday};
  for (const Take take : kOrders) {
    std::optional<Day> day = (this->*take)();
    if (day) {
      take_era(*day);
      return day;
    }
    at_ = begin;
  }
  return std::nullopt;
}

// Eight digits may be anything in running text.
std::optional<DateGrammar::Day> DateGrammar::take_compact() {
  if (scope_ == DateScope::inside) return std::nullopt;
  const std::optional<int> number = take_number(kCompactDigits, kCompactDigits);
  if (!number) return std::nullopt;
  Day day{*number / 10'000, *number / 100 % 100, *number % 100};
  day.numbers_only = true;
  day.year_first = true;
  return day;
}

std::optional<DateGrammar::Day> DateGrammar::take_numbers() {
  const bool year_first = next().digits == kYearDigits;
  const std::optional<int> first = take_number(1, kYearDigits);
  const char separator = take_sign('/') ? '/' : take_sign('-') ? '-' : take_sign('.') ? '.' : '\0';
  if (!first || separator == '\0') return std::nullopt;
  const bool glued = next().glued;
  const std::optional<int> second = take_number(1, 2);
  if (!second || !take_sign(separator) || next().glued != glued) return std::nullopt;
  if (separator == '.' && !glued) return std::nullopt;  // the ends of sentences
  const std::optional<int> third =
      year_first ? take_number(1, 2) : take_number(kYearDigits, kYearDigits);
  if (!third || (!year_first && *first > 99)) return std::nullopt;
  Day day{year_first ? *first : *third, *second, year_first ? *third : *first};
  day.numbers_only = true;
  day.year_first = year_first;
  return day;
}

std::optional<DateGrammar::Day> DateGrammar::take_day_first() {
  Day result;
  const std::optional<int> day = take_day_of_month();
  if (!day) return std::nullopt;
  skip_between(DateWord::joins_month);
  const std::optional<Month> month = take_month();
  if (!month) return std::nullopt;
  result.day = *day;
  set_month(*month, result);
  if (!take_year_behind_month(result)) return std::nullopt;
  return result;
}

// March 21, 2018, and Wed Mar 21 19:02:15 +0000 2018 as C's asctime() and some services write it.
std::optional<DateGrammar::Day> DateGrammar::take_month_first() {
  Day result;
  const std::optional<Month> month = take_month();
  if (!month) return std::nullopt;
  take_sign('.') || take_sign('-');
  const std::optional<int> day = take_number(1, 2);
  if (!day) return std::nullopt;
  take_word(DateWord::day_suffix);
  result.day = *day;
  set_month(*month, result);
  take_time();
  if (!take_year_behind_month(result)) return std::nullopt;
  return result;
}

std::optional<DateGrammar::Day> DateGrammar::take_year_first() {
  Day result;
  const std::optional<int> year = take_number(kYearDigits, kYearDigits);
  if (!year) return std::nullopt;
  take_sign('/') || take_sign('-');
  const std::optional<Month> month = take_month();
  if (!month) return std::nullopt;
  take_sign('/') || take_sign('-');
  const std::optional<int> day = take_number(1, 2);
  if (!day || next().is_sign(':')) return std::nullopt;  // 2018 مارس 21:00
  result.year = *year;
  result.day = *day;
  set_month(*month, result);
  return result;
}

// 2005 الثلاثاء 3 مايو, as sites of the first years wrote it: the weekday must be that year's, for
// the year may belong to what stands before it.
std::optional<DateGrammar::Day> DateGrammar::take_year_and_weekday() {
  Day result;
  const std::optional<int> year = take_number(kYearDigits, kYearDigits);
  const std::optional<int> weekday = year ? take_weekday() : std::nullopt;
  const std::optional<int> day = weekday ? take_number(1, 2) : std::nullopt;
  const std::optional<Month> month = day ? take_month() : std::nullopt;
  if (!month || next().digits == kYearDigits) return std::nullopt;
  result.year = *year;
  result.day = *day;
  set_month(*month, result);
  const auto date = gregorian(result.calendar, result.year, result.month, result.day);
  if (!date || !falls_on(*date, *weekday)) return std::nullopt;
  return result;
}

// م and هـ behind a year. Numbers with a year between 1300 and 1499 behind the day are Hijri
// without it: no news is of a Gregorian day before 1500.
void DateGrammar::take_era(Day& day) {
  const std::optional<Calendar> era = calendar_named(next().word());
  if (era) {
    ++at_;
    if (!day.numbers_only && *era != day.calendar) day.contradicts = true;
    day.calendar = *era;
  } else if (day.numbers_only && !day.year_first && day.year >= kFirstHijriYear &&
             day.year < kFirstYear) {
    day.calendar = Calendar::hijri;
  }
}

std::optional<int> DateGrammar::take_day_of_month() {
  const std::optional<int> day = take_number(1, 2);
  if (!day) return take_ordinal();
  if (next().glued) take_word(DateWord::day_suffix);
  return day;
}

std::optional<int> DateGrammar::take_ordinal() {
  const std::optional<int> ordinal = ordinal_named(next().word());
  if (!ordinal) return std::nullopt;
  ++at_;
  const std::optional<int> raise = raise_named(next().word());
  if (!raise) return ordinal;
  ++at_;
  return *ordinal + *raise;
}

std::optional<DateGrammar::Month> DateGrammar::take_month() {
  const std::optional<MonthName> name = take_month_name();
  if (!name) return std::nullopt;
  Month month{*name};
  const std::size_t end = at_;
  if (!take_second_name(month)) at_ = end;
  if (name->calendar == Calendar::hijri) take_word(DateWord::honours);
  return month;
}

// The same month by another country's name: آذار/مارس, مارس (آذار), يوليو تموز. Another month after
// a dash or a space is another date's.
bool DateGrammar::take_second_name(Month& month) {
  const bool in_brackets = take_sign('(');
  const bool tied = in_brackets || take_sign('/');
  if (!tied) take_sign('-');
  const std::optional<MonthName> second = take_month_name();
  if (!second || second->calendar != month.name.calendar) return false;
  if (*second != month.name && !tied) return false;
  month.contradicts = *second != month.name;
  return !in_brackets || take_sign(')');
}

std::optional<MonthName> DateGrammar::take_month_name() {
  if (next().is_word() && next(1).is_word()) {
    std::array<char, 2 * sizeof(DateToken::letters)> both{};
    const std::string_view first = next().word();
    const std::string_view second = next(1).word();
    char* end = std::copy(first.begin(), first.end(), both.data());
    end = std::copy(second.begin(), second.end(), end);
    const std::string_view name(both.data(), static_cast<std::size_t>(end - both.data()));
    if (const auto month = month_named(name)) {
      at_ += 2;
      return month;
    }
  }
  const std::optional<MonthName> month = month_named(next().word());
  if (month) ++at_;
  return month;
}

void DateGrammar::set_month(const Month& month, Day& day) {
  day.month = month.name.month;
  day.calendar = month.name.calendar;
  day.contradicts = month.contradicts;
  day.numbers_only = false;
}

void DateGrammar::skip_between(DateWord joining) {
  take_sign(',') || take_sign('/') || take_sign('-') || take_sign('.');
  while (take_word(joining)) {
  }
}

bool DateGrammar::take_year_behind_month(Day& day) {
  skip_between(DateWord::joins_year);
  return take_year(day);
}

bool DateGrammar::take_year(Day& day) {
  std::optional<int> year = take_number(kYearDigits, kYearDigits);
  if (!year && scope_ == DateScope::whole) {
    year = take_number(2, 2);
    day.short_year = year.has_value();
    if (next().is_sign(':')) return false;  // 21 مارس 18:30
  }
  day.year = year.value_or(0);
  return year.has_value();
}

bool DateGrammar::take_time_after_date() {
  const std::size_t begin = at_;
  const bool marked = numbers_only_ && next().glued && next().word() == "t";
  if (marked) {
    ++at_;
  } else {
    skip_punctuation();
  }
  if (take_time()) return true;
  at_ = begin;
  if (marked) return false;
  if (numbers_only_ && next().glued) take_zone();  // 2018-02-17Z, XML Schema's xs:date
  return true;
}

bool DateGrammar::take_time() {
  const std::size_t begin = at_;
  take_word(DateWord::zone);  // GMT 10:00
  while (take_word(DateWord::before_time)) {
  }
  if (!take_clock()) {
    at_ = begin;
    return false;
  }
  take_half_of_day();
  take_zone();
  return true;
}

// 23:30, 23:30:59.5, 10h30 as in Maghreb, and behind numbers 2330 and 233059.
bool DateGrammar::take_clock() {
  constexpr int kLastHour = 24;
  constexpr int kLastMinute = 59;
  const std::uint8_t digits = next().digits;
  if (numbers_only_ && (digits == 4 || digits == 6)) {
    const int number = static_cast<int>(next().value);
    const int minutes = digits == 4 ? number : number / 100;
    const int seconds = digits == 4 ? 0 : number % 100;
    ++at_;
    return minutes / 100 <= kLastHour && minutes % 100 <= kLastMinute && seconds <= 60;
  }
  const std::optional<int> hours = take_number(1, 2);
  if (!hours || *hours > kLastHour) return false;
  if (next().word() == "h") {
    ++at_;
  } else if (!take_sign(':')) {
    return is_date_word(next().word(), DateWord::half_of_day);
  }
  const std::optional<int> minutes = take_number(2, 2);
  return minutes && *minutes <= kLastMinute && take_seconds();
}

// True also where there are none; false where there is only their beginning.
bool DateGrammar::take_seconds() {
  constexpr int kLeapSecond = 60;
  if (!take_sign(':')) return true;
  const std::optional<int> seconds = take_number(2, 2);
  if (!seconds || *seconds > kLeapSecond) return false;
  const bool fraction = next().glued && (take_sign('.') || take_sign(','));
  if (!fraction) return true;
  if (!next().is_number()) return false;
  ++at_;
  return true;
}

void DateGrammar::take_half_of_day() {
  if (take_word(DateWord::half_of_day)) {
    return;
  }
  const std::string_view letter = next().word();  // a.m.
  if ((letter == "a" || letter == "p") && next(1).is_sign('.') && next(2).word() == "m") {
    at_ += 3;
    take_sign('.');
  }
}

bool DateGrammar::take_zone() {
  const std::size_t begin = at_;
  const bool in_brackets = take_sign('(');
  bool taken = false;
  if (in_brackets || take_word(DateWord::before_zone)) {
    constexpr int kLongestName = 3;  // بتوقيت مكة المكرمة, (Gulf Standard Time)
    for (int words = 0; words < kLongestName && next().is_word(); ++words) ++at_;
    taken = true;
  } else {
    const bool named = take_word(DateWord::zone);
    taken = take_offset() || named;
  }
  if (!taken || (in_brackets && !take_sign(')'))) {
    at_ = begin;
    return false;
  }
  if (!in_brackets && next().is_sign('(')) take_zone();  // +0300 (GMT)
  return true;
}

// +03, +0300, +03:00, and +3 as people write it behind GMT.
bool DateGrammar::take_offset() {
  constexpr int kFurthest = 14;
  const std::size_t begin = at_;
  if (!take_sign('+') && !take_sign('-')) return false;
  const std::uint8_t digits = next().digits;
  const std::optional<int> number = next().glued ? take_number(1, 4) : std::nullopt;
  const int hours = digits == 4 ? number.value_or(0) / 100 : number.value_or(0);
  int minutes = digits == 4 ? number.value_or(0) % 100 : 0;
  bool whole = number && digits != 3 && hours <= kFurthest;
  if (whole && digits != 4 && take_sign(':')) {
    const std::optional<int> behind_colon = take_number(2, 2);
    whole = behind_colon.has_value();
    minutes = behind_colon.value_or(0);
  }
  if (whole && minutes < 60) return true;
  at_ = begin;
  return false;
}

DateReading DateGrammar::resolve(const Day& day, std::optional<int> weekday) const {
  DateReading reading{std::nullopt, day.calendar, false, kImpossible};
  if (day.contradicts) return reading;
  const int year = day.short_year ? year_of_two_digits(day.year) : day.year;
  const auto date = gregorian(day.calendar, year, day.month, day.day);
  const bool fits = date && weekday && falls_on(*date, *weekday);
  if (day.short_year && !fits) return {std::nullopt, day.calendar, false, DateRefusal::not_a_date};
  reading.date = date;
  if (day.numbers_only && !day.year_first && day.calendar == Calendar::gregorian && !fits) {
    // The other order, American: certain where only it gives a day, or the day of the week.
    const auto other = gregorian(day.calendar, year, day.day, day.month);
    const bool other_fits = other && weekday && falls_on(*other, *weekday);
    if (!date || other_fits) {
      reading.date = other;
    } else {
      reading.ambiguous = other && other != date;
    }
  }
  if (reading.date) reading.refusal = DateRefusal::none;
  return reading;
}

std::optional<DateRange> DateGrammar::take_period() {
  skip_punctuation();
  while (take_word(DateWord::joins_month) || take_word(DateWord::joins_year)) {
  }
  const std::size_t begin = at_;
  Day period;
  if (!take_month_and_year(period)) {
    at_ = begin;
    period = {};
    if (!take_year_and_month(period)) return std::nullopt;
  }
  take_era(period);
  skip_punctuation();
  if (period.contradicts || !at_end()) return std::nullopt;
  return days_of(period.calendar, period.year, period.month);
}

// مارس 2018, 03/2018
bool DateGrammar::take_month_and_year(Day& period) {
  if (const std::optional<Month> month = take_month()) {
    set_month(*month, period);
    skip_between(DateWord::joins_year);
  } else if (!take_month_number(period) || !(take_sign('/') || take_sign('-'))) {
    return false;
  }
  const std::optional<int> year = take_number(kYearDigits, kYearDigits);
  period.year = year.value_or(0);
  return year.has_value();
}

// 2018, 2018-03, 2018 مارس
bool DateGrammar::take_year_and_month(Day& period) {
  period.numbers_only = true;
  period.year_first = true;
  const std::optional<int> year = take_number(kYearDigits, kYearDigits);
  if (!year) return false;
  period.year = *year;
  const bool separated = take_sign('/') || take_sign('-');
  if (const std::optional<Month> month = take_month()) {
    set_month(*month, period);
    return true;
  }
  return !separated || take_month_number(period);
}

bool DateGrammar::take_month_number(Day& period) {
  const std::optional<int> month = take_number(2, 2);
  period.month = month.value_or(0);
  period.numbers_only = true;
  period.year_first = true;
  return period.month != 0;
}

}  // namespace warraq::analyzers
