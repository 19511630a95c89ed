#include "indexer/cli/options.h"

#include <charconv>
#include <system_error>

#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::indexer::cli {

std::uint64_t read_number(const NumberRange& range, const std::string& text) {
  std::uint64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, problem] = std::from_chars(text.data(), end, number);
  const bool whole = problem == std::errc() && stopped == end;
  if (whole && number >= range.least && number <= range.most) return number;
  throw Error(ErrorCode::usage,
              std::string(range.option) + " takes a whole number of " + std::string(range.unit) +
                  " from " + std::to_string(range.least) + " to " + std::to_string(range.most) +
                  ", not " + analyzers::isolate(text));
}

void refuse_value(std::string_view option, const std::string& value, std::string_view choices) {
  throw Error(ErrorCode::usage, std::string(option) + " takes " + std::string(choices) + ", not " +
                                    analyzers::isolate(value));
}

void require_no_arguments(const std::vector<std::string>& positional) {
  if (positional.empty()) return;
  throw Error(
      ErrorCode::usage,
      "an argument that this command does not take: " + analyzers::isolate(positional.front()),
      "the archive is named with -a DIR");
}

}  // namespace warraq::indexer::cli
