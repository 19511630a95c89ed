#include "searcher/cli/dates.h"

#include <optional>
#include <string>

#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::searcher::commands {
namespace {

// Arabic-Indic (U+0660…, D9 A0…) and Extended Arabic-Indic digits (U+06F0…, DB B0…) as ASCII.
std::string with_ascii_digits(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const unsigned base = lead == 0xD9 ? 0xA0 : lead == 0xDB ? 0xB0 : 0;
    const unsigned next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
    if (base != 0 && next >= base && next < base + 10) {
      result += static_cast<char>('0' + (next - base));
      ++i;
    } else {
      result += text[i] == '/' ? '-' : text[i];
    }
  }
  return result;
}

bool has_shape(std::string_view text, std::string_view shape) {
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (shape[i] == '0' ? !digit : text[i] != shape[i]) return false;
  }
  return true;
}

std::optional<corpus::Date> last_day_of_month(const std::string& month) {
  for (const std::string_view day : {"-31", "-30", "-29", "-28"}) {
    if (const auto date = corpus::parse_date(month + std::string(day))) return date;
  }
  return std::nullopt;
}

std::optional<corpus::Date> find_date(const std::string& text, DayOf day) {
  const bool first = day == DayOf::first;
  if (has_shape(text, "0000")) return corpus::parse_date(text + (first ? "-01-01" : "-12-31"));
  if (has_shape(text, "0000-00")) {
    return first ? corpus::parse_date(text + "-01") : last_day_of_month(text);
  }
  return has_shape(text, "0000-00-00") ? corpus::parse_date(text) : std::nullopt;
}

}  // namespace

corpus::Date read_date(std::string_view text, DayOf day, std::string_view option) {
  if (const auto date = find_date(with_ascii_digits(text), day)) return *date;
  const std::string reason =
      text.empty() ? " is given no date" : ": there is no date " + analyzers::isolate(text);
  throw Error(ErrorCode::query, std::string(option) + reason,
              "write a year, a month or a day: 2018, 2018-03 or 2018-03-15");
}

}  // namespace warraq::searcher::commands
