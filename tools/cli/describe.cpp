#include "tools/cli/describe.h"

#include <boost/any.hpp>
#include <boost/program_options.hpp>
#include <nlohmann/json.hpp>
#include <regex>

namespace warraq::cli {
namespace {

namespace po = boost::program_options;
using Json = nlohmann::ordered_json;

std::string without_remarks(std::string_view description) {
  static const std::regex remark(R"( ?\([^)]*\))");
  return std::regex_replace(std::string(description), remark, "");
}

std::vector<std::string> words_in(const std::string& list) {
  static const std::regex word("[a-z0-9-]+");
  std::vector<std::string> result;
  for (std::sregex_iterator at(list.begin(), list.end(), word), end; at != end; ++at) {
    result.push_back(at->str());
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
  static const std::regex part("[^:;]+");
  static const std::regex list(" *[a-z0-9-]+(, [a-z0-9-]+)*,? (or|and) [a-z0-9-]+ *");
  const std::string text = without_remarks(description);
  Choices result;
  for (std::sregex_iterator at(text.begin(), text.end(), part), end; at != end; ++at) {
    const std::string one = at->str();
    std::smatch parts;
    if (!std::regex_match(one, parts, list)) continue;
    result.several = parts[2] == "and";
    for (std::string& word : words_in(one)) {
      if (word != parts[2]) result.values.push_back(std::move(word));
    }
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
