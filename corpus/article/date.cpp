#include <algorithm>
#include <chrono>

#include "warraq/corpus/article.h"

namespace warraq::corpus {
namespace {

constexpr int kFirstYear = 1500;
constexpr int kLastYear = 2199;

/// Reads a date's text from left to right; every take_… moves on only when it succeeds.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  bool take(char expected) {
    if (rest_.empty() || rest_.front() != expected) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void skip_spaces() {
    while (!rest_.empty() && kSpaces.find(rest_.front()) != std::string_view::npos) {
      rest_.remove_prefix(1);
    }
  }

  /// A number of exactly `digits` digits, in any of the digit sets that Arabic text uses.
  std::optional<int> take_number(int digits) {
    const std::string_view before = rest_;
    int number = 0;
    for (int count = 0; count < digits; ++count) {
      const std::optional<int> digit = take_digit();
      if (!digit) {
        rest_ = before;
        return std::nullopt;
      }
      number = number * 10 + *digit;
    }
    return number;
  }

  /// Digits as far as they go; whether there was one.
  bool skip_digits() {
    bool any = false;
    while (take_digit()) any = true;
    return any;
  }

 private:
  static constexpr std::string_view kSpaces = " \t\r\n";

  // U+0660..0669 are D9 A0..A9 in UTF-8, U+06F0..06F9 are DB B0..B9.
  std::optional<int> take_digit() {
    if (rest_.empty()) return std::nullopt;
    if (rest_[0] >= '0' && rest_[0] <= '9') return take_bytes(1, rest_[0] - '0');
    if (rest_.size() < 2) return std::nullopt;
    const auto lead = static_cast<unsigned char>(rest_[0]);
    const auto trail = static_cast<unsigned char>(rest_[1]);
    if (lead == 0xD9 && trail >= 0xA0 && trail <= 0xA9) return take_bytes(2, trail - 0xA0);
    if (lead == 0xDB && trail >= 0xB0 && trail <= 0xB9) return take_bytes(2, trail - 0xB0);
    return std::nullopt;
  }

  int take_bytes(std::size_t count, int digit) {
    rest_.remove_prefix(count);
    return digit;
  }

  std::string_view rest_;
};

bool exists(const Date& date) {
  if (date.year < kFirstYear || date.year > kLastYear) return false;
  const std::chrono::year_month_day day{std::chrono::year{date.year},
                                        std::chrono::month{static_cast<unsigned>(date.month)},
                                        std::chrono::day{static_cast<unsigned>(date.day)}};
  return day.ok();
}

std::optional<Date> take_day(Scanner& scanner) {
  const std::optional<int> year = scanner.take_number(4);
  if (!year) return std::nullopt;
  const char separator = scanner.take('-') ? '-' : scanner.take('/') ? '/' : '\0';
  const std::optional<int> month = scanner.take_number(2);
  if (!month || (separator != '\0' && !scanner.take(separator))) return std::nullopt;
  const std::optional<int> day = scanner.take_number(2);
  if (!day) return std::nullopt;
  return Date{*year, *month, *day};
}

/// Z, UTC, GMT, or an offset: +03, +0300, +03:00, UTC+3 is not one.
bool take_zone(Scanner& scanner) {
  if (scanner.take('Z') || scanner.take('z')) return true;
  if (scanner.take('U')) return scanner.take('T') && scanner.take('C');
  if (scanner.take('G')) return scanner.take('M') && scanner.take('T');
  if (!scanner.take('+') && !scanner.take('-')) return false;
  const std::optional<int> hours = scanner.take_number(2);
  if (!hours || *hours > 14) return false;
  const bool colon = scanner.take(':');
  const std::optional<int> minutes = scanner.take_number(2);
  return minutes ? *minutes < 60 : !colon;
}

/// HH:MM, HH:MM:SS or HH:MM:SS.fraction, all with colons or all without.
bool take_time(Scanner& scanner) {
  const std::optional<int> hours = scanner.take_number(2);
  if (!hours || *hours > 24) return false;
  const bool colons = scanner.take(':');
  const std::optional<int> minutes = scanner.take_number(2);
  if (!minutes || *minutes > 59) return false;
  const bool colon_follows = scanner.take(':');
  if (colon_follows && !colons) return false;
  const std::optional<int> seconds =
      colons && !colon_follows ? std::nullopt : scanner.take_number(2);
  if (!seconds) return !colon_follows;
  if (*seconds > 60) return false;  // 60: a leap second
  if (!scanner.take('.') && !scanner.take(',')) return true;
  return scanner.skip_digits();
}

/// Whether the rest is nothing, or a time with or without a zone.
bool ends_well(Scanner& scanner) {
  const bool marked = scanner.take('T') || scanner.take('t');
  if (!marked) scanner.skip_spaces();
  if (scanner.at_end()) return !marked;
  if (!take_time(scanner)) return false;
  scanner.skip_spaces();
  if (scanner.at_end()) return true;
  if (!take_zone(scanner)) return false;
  scanner.skip_spaces();
  return scanner.at_end();
}

void append_padded(std::string& text, int number, std::size_t width) {
  const std::string digits = std::to_string(number);
  text.append(width - std::min(width, digits.size()), '0').append(digits);
}

std::string joined(const Date& date, std::string_view separator) {
  std::string text;
  append_padded(text, date.year, 4);
  text += separator;
  append_padded(text, date.month, 2);
  text += separator;
  append_padded(text, date.day, 2);
  return text;
}

}  // namespace

std::string Date::compact() const { return joined(*this, ""); }

std::string Date::iso() const { return joined(*this, "-"); }

std::optional<Date> parse_date(std::string_view text) {
  Scanner scanner(text);
  scanner.skip_spaces();
  const std::optional<Date> day = take_day(scanner);
  if (!day || !exists(*day)) return std::nullopt;
  // 201701011230 is a time stamp of another kind, and 2017-01-0112 is nothing.
  if (scanner.take_number(1) || !ends_well(scanner)) return std::nullopt;
  return day;
}

}  // namespace warraq::corpus
