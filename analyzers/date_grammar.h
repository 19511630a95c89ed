// How the tokens of a date follow each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "analyzers/date_tokens.h"
#include "analyzers/date_words.h"
#include "warraq/analyzers/date.h"

namespace warraq::analyzers {

/// Where the text that is read ends: at the date and what belongs around it, or anywhere.
enum class DateScope : std::uint8_t {
  whole,   ///< the text is one date: 20180217 and years of two digits may be read too
  inside,  ///< the date stands in running text
};

/// Reads dates from the front of `tokens`. Every take_… moves on only when it succeeds.
class DateGrammar {
 public:
  DateGrammar(DateTokens& tokens, DateScope scope) : tokens_(&tokens), scope_(scope) {}

  /// How many tokens have been taken.
  [[nodiscard]] std::size_t taken() const { return at_; }
  /// Whether the date taken last has no name of a month.
  [[nodiscard]] bool numbers_only() const { return numbers_only_; }
  [[nodiscard]] bool at_end() { return next().is_end(); }

  /// A day, perhaps with its weekday before it and its date in the other calendar behind it. A
  /// reading without a date is of something that is written like one and is impossible.
  [[nodiscard]] std::optional<DateReading> take_date();

  /// A time of day, perhaps with a zone.
  bool take_time();

  /// A time that follows a date, after a space, a T or punctuation. False where there is a T and no
  /// time.
  bool take_time_after_date();

  /// A year or a month of a year.
  [[nodiscard]] std::optional<DateRange> take_period();

  /// Commas, dashes and the like.
  void skip_punctuation();

 private:
  /// A day as it is written.
  struct Day {
    int year = 0;
    int month = 0;
    int day = 0;
    Calendar calendar = Calendar::gregorian;
    bool short_year = false;  ///< of two digits
    bool numbers_only = false;
    bool year_first = false;
    bool contradicts = false;  ///< itself: two months, or a month and an era
  };
  struct Month {
    MonthName name;
    bool contradicts = false;
  };

  [[nodiscard]] const DateToken& next(std::size_t distance = 0) {
    return tokens_->at(at_ + distance);
  }
  bool take_sign(char sign);
  bool take_word(DateWord purpose);
  [[nodiscard]] std::optional<int> take_number(std::uint8_t min_digits, std::uint8_t max_digits);

  [[nodiscard]] bool take_month_and_year(Day& period);
  [[nodiscard]] bool take_year_and_month(Day& period);
  [[nodiscard]] bool take_month_number(Day& period);

  [[nodiscard]] std::optional<int> take_weekday();
  [[nodiscard]] std::optional<Day> take_day();
  [[nodiscard]] std::optional<Day> take_compact();
  [[nodiscard]] std::optional<Day> take_numbers();
  [[nodiscard]] std::optional<Day> take_day_first();
  [[nodiscard]] std::optional<Day> take_month_first();
  [[nodiscard]] std::optional<Day> take_year_first();
  [[nodiscard]] std::optional<Day> take_year_and_weekday();
  void take_era(Day& day);
  [[nodiscard]] std::optional<int> take_day_of_month();
  [[nodiscard]] std::optional<int> take_ordinal();
  [[nodiscard]] std::optional<Month> take_month();
  [[nodiscard]] std::optional<MonthName> take_month_name();
  [[nodiscard]] bool take_second_name(Month& month);
  static void set_month(const Month& month, Day& day);
  [[nodiscard]] bool take_year(Day& day);
  [[nodiscard]] bool take_year_behind_month(Day& day);
  void skip_between(DateWord joining);
  bool take_clock();
  bool take_seconds();
  void take_half_of_day();
  bool take_zone();
  bool take_offset();

  [[nodiscard]] DateReading resolve(const Day& day, std::optional<int> weekday) const;

  DateTokens* tokens_;
  DateScope scope_;
  std::size_t at_ = 0;
  bool numbers_only_ = false;
};

/// Whether there is such a day, in the years that are read.
[[nodiscard]] bool exists(const Date& date);

}  // namespace warraq::analyzers
