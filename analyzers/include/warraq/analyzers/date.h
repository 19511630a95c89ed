// Dates as Arabic news writes them: one code path for articles and queries. DATES.md has the rules
// and the tables.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "warraq/export.h"

namespace warraq::analyzers {

/// A day of the proleptic Gregorian calendar.
struct WARRAQ_EXPORT Date {
  int year = 0;
  int month = 0;
  int day = 0;
  // clang-tidy 14 takes the 0 that a defaulted comparison is made of for a null pointer.
  auto operator<=>(const Date&) const = default;  // NOLINT(modernize-use-nullptr)
  /// YYYYMMDD, which sorts as text; the form of the archive's date slot.
  [[nodiscard]] std::string compact() const;
  /// YYYY-MM-DD.
  [[nodiscard]] std::string iso() const;
};

enum class Calendar : std::uint8_t {
  gregorian,
  hijri,  ///< umm al-qura, 1300 to 1500 AH (1882-11-12 to 2077-11-16), by ICU's tables
};

/// Why a text gives no date.
enum class DateRefusal : std::uint8_t {
  none,
  not_a_date,
  impossible,  ///< written as a date, of a day that does not exist, whose halves contradict each
               ///< other, or whose year is outside 1500..2199
};

/// What was made of a text.
struct DateReading {
  std::optional<Date> date;                 ///< Gregorian; nothing where refused
  Calendar calendar = Calendar::gregorian;  ///< in which it was written
  /// 03/04/2018: read day first, as the Arab world writes it, but it might have been March 4.
  bool ambiguous = false;
  DateRefusal refusal = DateRefusal::not_a_date;  ///< none where there is a date
  bool labelled = false;  ///< something stands before it: نشر في: 12 مارس 2018
};

/// The longest text, in bytes, that is looked at as one date or period; a longer one is none.
inline constexpr std::size_t kMaxDateBytes = 256;

// All of these take any bytes, never throw for what they hold, take time linear in the text and
// constant memory. Any number of threads may call them.

/// Reads `text` as one date, perhaps with a weekday, a time and a zone around it:
/// 2018-02-17T23:30Z, الأربعاء 21 آذار/مارس 2018, Wed, 21 Mar 2018 19:02:15 +0400, 12 ربيع الأول
/// 1445هـ. The day is the one that is written: no zone moves it. A label of 40 characters at the
/// most may stand before it, without digits and with a colon behind it: آخر تحديث: 21 مارس 2018.
[[nodiscard]] WARRAQ_EXPORT DateReading read_date(std::string_view text);

/// read_date(text).date.
[[nodiscard]] WARRAQ_EXPORT std::optional<Date> parse_date(std::string_view text);

/// Where a date stands in a longer text.
struct FoundDate {
  std::size_t begin = 0;  ///< its first byte, the weekday's where one stands before it
  std::size_t end = 0;    ///< one past its last byte; a time and a zone are not part of it
  DateReading reading;    ///< always has a date
};

/// The first date that is written out in `text`, whatever its length: a day, a month and a year, or
/// numbers with their separators (21/03/2018, 2018-03-21). Impossible ones are passed over.
[[nodiscard]] WARRAQ_EXPORT std::optional<FoundDate> find_date(std::string_view text);

/// From a first to a last day, both inclusive.
struct DateRange {
  Date first;
  Date last;
  // NOLINTNEXTLINE(modernize-use-nullptr): as above
  auto operator<=>(const DateRange&) const = default;
};

/// The days that a text names: a year (2018, 1445 هـ), a month of a year (2018-03, مارس 2018, رمضان
/// 1445) or whatever read_date() reads. Nothing where there is no such time.
[[nodiscard]] WARRAQ_EXPORT std::optional<DateRange> read_period(std::string_view text);

}  // namespace warraq::analyzers
