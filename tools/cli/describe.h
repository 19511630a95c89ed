// What a subcommand takes, as data: for manual pages and shell completion.
#pragma once

#include <boost/program_options/options_description.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace warraq::cli {

/// The one argument by which parse_options() is asked for a description.
constexpr std::string_view kDescribe = "--describe";

/// The values that an option's description names. Of its parts, which `:` and `;` end, those that
/// read "a, b or c" name one of them, and "a, b and c" any of them with commas between; remarks in
/// brackets are passed over.
struct Choices {
  std::vector<std::string> values;
  bool several = false;
};
[[nodiscard]] Choices choices_in(std::string_view description);

/// One JSON object: usage, about, and the options: long and short names, argument, whether it may
/// be repeated, default, description, choices.
[[nodiscard]] std::string describe(const boost::program_options::options_description& options,
                                   std::string_view usage, std::string_view about);

}  // namespace warraq::cli
