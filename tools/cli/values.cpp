#include "warraq/cli/values.h"

#include <charconv>
#include <system_error>

#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::cli {

namespace {

// Arabic and Persian digits as ASCII; the rest as it is.
std::string ascii_digits(const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const unsigned zero = lead == 0xD9 ? 0xA0 : lead == 0xDB ? 0xB0 : 0;
    const unsigned next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    const bool is_digit = zero != 0 && next >= zero && next <= zero + 9;
    result += is_digit ? static_cast<char>('0' + (next - zero)) : text[i];
    if (is_digit) ++i;
  }
  return result;
}

}  // namespace

std::uint64_t read_number(const NumberRange& range, const std::string& given) {
  const std::string text = ascii_digits(given);
  std::uint64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, problem] = std::from_chars(text.data(), end, number);
  const bool whole = problem == std::errc() && stopped == end;
  if (whole && number >= range.least && number <= range.most) return number;
  refuse_value(range.option, given,
               "a whole number of " + std::string(range.unit) + " from " +
                   std::to_string(range.least) + " to " + std::to_string(range.most));
}

void refuse_value(std::string_view option, const std::string& value, std::string_view choices) {
  throw Error(ErrorCode::usage, std::string(option) + " takes " + std::string(choices) + ", not " +
                                    analyzers::isolate(value));
}

}  // namespace warraq::cli
