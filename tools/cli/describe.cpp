#include "tools/cli/describe.h"

#include <algorithm>
#include <boost/algorithm/string.hpp>
#include <boost/any.hpp>
#include <boost/program_options.hpp>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

namespace warraq::cli {
namespace {

namespace po = boost::program_options;
using Json = nlohmann::ordered_json;

std::string without_remarks(std::string_view description) {
  std::string result;
  while (!description.empty()) {
    const std::size_t open = std::min(description.find('('), description.size());
    std::string_view before = description.substr(0, open);
    const std::size_t close = description.find(')', open);
    if (close == std::string_view::npos) return result.append(description);
    if (before.ends_with(' ')) before.remove_suffix(1);
    result += before;
    description.remove_prefix(close + 1);
  }
  return result;
}

std::vector<std::string> split(const std::string& text, const char* separators) {
  std::vector<std::string> parts;
  boost::split(parts, text, boost::is_any_of(separators), boost::token_compress_on);
  std::erase(parts, "");
  return parts;
}

bool is_value(std::string_view word) {
  return !word.empty() &&
         word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

// "a, b or c", "a, b, and c": nothing where the words are no such list.
std::optional<Choices> list_of_choices(const std::string& part) {
  std::vector<std::string> words = split(part, " ");
  if (words.size() < 3) return std::nullopt;
  const std::size_t conjunction = words.size() - 2;
  Choices result;
  result.several = words[conjunction] == "and";
  if (!result.several && words[conjunction] != "or") return std::nullopt;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (at == conjunction) continue;
    const bool comma = words[at].ends_with(',');
    if (comma) words[at].pop_back();
    if (!is_value(words[at])) return std::nullopt;
    if (at + 1 < conjunction && !comma) return std::nullopt;
    if (at > conjunction && comma) return std::nullopt;
    result.values.push_back(std::move(words[at]));
  }
  return result;
}

// Empty, or " -a": Boost tells the first name in one string.
std::string short_name(const po::option_description& option) {
  const std::string name =
      option.canonical_display_name(po::command_line_style::allow_dash_for_short);
  return name.size() == 2 && name.front() == '-' ? name.substr(1) : "";
}

// Boost appends the default to the argument's name.
std::string argument_name(const po::option_description& option) {
  const std::string name = option.format_parameter();
  return name.substr(0, name.find(" (="));
}

void add_argument(Json& described, const po::option_description& option) {
  described["argument"] = argument_name(option);
  boost::any fallback;
  if (option.semantic()->apply_default(fallback)) {
    if (const auto* text = boost::any_cast<std::string>(&fallback)) described["default"] = *text;
  }
  const Choices choices = choices_in(option.description());
  if (choices.values.empty()) return;
  described["choices"] = choices.values;
  described["several"] = choices.several;
}

Json as_json(const po::option_description& option) {
  Json described = {{"long", option.long_name()}};
  const std::string letter = short_name(option);
  if (!letter.empty()) described["short"] = letter;
  if (option.semantic()->max_tokens() > 0) add_argument(described, option);
  described["repeated"] = option.semantic()->is_composing();
  described["description"] = option.description();
  return described;
}

}  // namespace

Choices choices_in(std::string_view description) {
  Choices result;
  for (const std::string& part : split(without_remarks(description), ":;")) {
    std::optional<Choices> found = list_of_choices(part);
    if (!found) continue;
    result.several = found->several;
    std::move(found->values.begin(), found->values.end(), std::back_inserter(result.values));
  }
  return result;
}

std::string describe(const po::options_description& options, std::string_view usage,
                     std::string_view about) {
  Json described = {{"usage", usage}, {"about", about}, {"options", Json::array()}};
  for (const auto& option : options.options()) described["options"].push_back(as_json(*option));
  return described.dump();
}

}  // namespace warraq::cli
