// Every day, written in every way, is read as that day.
#include <doctest/doctest.h>
#include <unicode/smpdtfmt.h>

#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "warraq/analyzers/date.h"

namespace {

using warraq::analyzers::Calendar;
using warraq::analyzers::Date;
using warraq::analyzers::parse_date;
using warraq::analyzers::read_date;

using Months = std::array<const char*, 12>;

const std::vector<Months>& month_systems() {
  static const std::vector<Months> systems{
      {"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
       "نوفمبر", "ديسمبر"},
      {"كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول",
       "تشرين الأول", "تشرين الثاني", "كانون الأول"},
      {"جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر",
       "نوفمبر", "ديسمبر"},
      {"يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر",
       "نونبر", "دجنبر"},
      {"January", "February", "March", "April", "May", "June", "July", "August", "September",
       "October", "November", "December"},
      {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
       "octobre", "novembre", "décembre"},
  };
  return systems;
}

/// `text` with its ASCII digits in the set that begins with the character `zero`.
std::string with_digits(std::string_view text, std::string_view zero) {
  std::string result;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      result += c;
      continue;
    }
    result += zero;
    result.back() = static_cast<char>(result.back() + (c - '0'));
  }
  return result;
}

Date date_of(std::chrono::sys_days day) {
  const std::chrono::year_month_day date{day};
  return {static_cast<int>(date.year()), static_cast<int>(unsigned{date.month()}),
          static_cast<int>(unsigned{date.day()})};
}

std::vector<std::string> ways_to_write(const Date& date) {
  const std::string day = std::to_string(date.day);
  const std::string month = std::to_string(date.month);
  const std::string year = std::to_string(date.year);
  std::vector<std::string> ways{date.iso(), date.compact(), day + "/" + month + "/" + year,
                                day + "-" + month + "-" + year + "م"};
  const auto index = static_cast<std::size_t>(date.month - 1);
  const auto with_name = [&](const std::string& name) {
    ways.push_back(std::string(day).append(" ").append(name).append(" ").append(year));
  };
  for (const Months& months : month_systems()) with_name(months.at(index));
  with_name(std::string(month_systems()[0].at(index)) + "/" + month_systems()[1].at(index));
  return ways;
}

std::string formatted(const icu::SimpleDateFormat& format, std::chrono::sys_days day) {
  constexpr double kMillisecondsADay = 86'400'000;
  icu::UnicodeString text;
  format.format(static_cast<double>(day.time_since_epoch().count()) * kMillisecondsADay, text);
  std::string result;
  return text.toUTF8String(result);
}

}  // namespace

TEST_CASE("every day from 1800 to 2100 comes back from every way to write it") {
  using namespace std::chrono;
  std::size_t wrong = 0;
  std::string first;
  for (sys_days day = 1800y / 1 / 1; day <= sys_days{2100y / 12 / 31}; day += days{1}) {
    const Date date = date_of(day);
    for (const std::string& way : ways_to_write(date)) {
      for (const std::string_view zero : {"0", "٠", "۰"}) {
        const std::string text = with_digits(way, zero);
        if (parse_date(text) == date) continue;
        if (wrong++ == 0) first = text;
      }
    }
  }
  CAPTURE(first);
  CHECK(wrong == 0);
}

TEST_CASE("every Hijri day from 1300 to 1500 comes back from ICU's own writing") {
  using namespace std::chrono;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale("ar_SA@calendar=islamic-umalqura");
  icu::SimpleDateFormat named(icu::UnicodeString::fromUTF8("d MMMM y"), locale, status);
  icu::SimpleDateFormat numbers(icu::UnicodeString::fromUTF8("dd/MM/y G"), locale, status);
  REQUIRE(U_SUCCESS(status));
  named.setTimeZone(*icu::TimeZone::getGMT());
  numbers.setTimeZone(*icu::TimeZone::getGMT());
  std::size_t count = 0;
  std::size_t wrong = 0;
  std::string first;
  for (sys_days day = 1882y / 11 / 12; day <= sys_days{2077y / 11 / 16}; day += days{1}) {
    for (const std::string& text : {formatted(named, day), formatted(numbers, day)}) {
      ++count;
      const auto reading = read_date(text);
      if (reading.date == date_of(day) && reading.calendar == Calendar::hijri) continue;
      if (wrong++ == 0) first = text;
    }
  }
  CAPTURE(first);
  CHECK(wrong == 0);
  CHECK(count == 2 * 71'228);
}
