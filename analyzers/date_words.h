// The words that dates are written with. DATES.md says where each is used.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "warraq/analyzers/date.h"

namespace warraq::analyzers {

struct MonthName {
  Calendar calendar = Calendar::gregorian;
  int month = 0;
  bool operator==(const MonthName&) const = default;
};

// All of these take words in their normalised form, and names of two words without the space.

/// The month called `name`, in any country's names.
[[nodiscard]] std::optional<MonthName> month_named(std::string_view name);

/// The day of the week called `name`, from Sunday, 0.
[[nodiscard]] std::optional<int> weekday_named(std::string_view name);

/// The number that an ordinal stands for: 1 to 10 (الحادي is 1), 20 and 30.
[[nodiscard]] std::optional<int> ordinal_named(std::string_view word);

/// What follows an ordinal and raises it: 10 for عشر, 20 for والعشرين, 30 for والثلاثين.
[[nodiscard]] std::optional<int> raise_named(std::string_view word);

/// The calendar that a word behind a year names: م, ميلادية, AD, هـ, هجرية, AH.
[[nodiscard]] std::optional<Calendar> calendar_named(std::string_view word);

/// Other words, by what they are for.
enum class DateWord : std::uint8_t {
  joins_month,     ///< between day and month: من, شهر, of
  joins_year,      ///< between month and year: عام, سنة
  honours,         ///< behind a Hijri month: المبارك, الحرام
  day_suffix,      ///< behind a day's digits: st, th, er
  before_ordinal,  ///< في, منذ: what an ordinal that is a day may stand behind in running text
  before_weekday,  ///< يوم
  equals,          ///< between two calendars' dates: الموافق
  before_time,     ///< الساعة, at
  half_of_day,     ///< ص, م, مساء, pm
  before_zone,     ///< بتوقيت
  zone,            ///< GMT, EST
};

[[nodiscard]] bool is_date_word(std::string_view word, DateWord purpose);

}  // namespace warraq::analyzers
