#include "warraq/cli/values.h"

#include <charconv>
#include <system_error>

#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::cli {

std::uint64_t read_number(const NumberRange& range, const std::string& text) {
  std::uint64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, problem] = std::from_chars(text.data(), end, number);
  const bool whole = problem == std::errc() && stopped == end;
  if (whole && number >= range.least && number <= range.most) return number;
  refuse_value(range.option, text,
               "a whole number of " + std::string(range.unit) + " from " +
                   std::to_string(range.least) + " to " + std::to_string(range.most));
}

void refuse_value(std::string_view option, const std::string& value, std::string_view choices) {
  throw Error(ErrorCode::usage, std::string(option) + " takes " + std::string(choices) + ", not " +
                                    analyzers::isolate(value));
}

}  // namespace warraq::cli
