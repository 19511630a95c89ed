#include <cstdlib>
#include <iostream>

#include "tools/cli/describe.h"
#include "warraq/analyzers/direction.h"
#include "warraq/cli/program.h"

namespace warraq::cli {
namespace po = boost::program_options;
namespace {

// What no option begins with behind its dash: Arabic, digits, white space, and what opens a part of
// a query.
bool is_word_argument(const std::string& argument) {
  constexpr std::string_view kOpens = "(\"=\\0123456789 \t\n\r";
  if (argument == "-") return true;
  if (argument.size() < 2 || argument[0] != '-') return false;
  return static_cast<unsigned char>(argument[1]) >= 0x80 ||
         kOpens.find(argument[1]) != std::string_view::npos;
}

// Boost would read «-سلام» and -(…) as options and lose a lone dash: they are set aside as
// positional, each at its place among the others.
std::vector<po::option> positional_words(std::vector<std::string>& arguments) {
  std::vector<po::option> result;
  if (arguments.empty() || !is_word_argument(arguments.front())) return result;
  po::option word;
  word.value.push_back(arguments.front());
  word.original_tokens.push_back(arguments.front());
  arguments.erase(arguments.begin());
  result.push_back(word);
  return result;
}

[[noreturn]] void refuse(const po::error& error, std::string_view usage) {
  std::string hint = "usage: " + std::string(usage);
  // Perhaps an id or a file, and no option at all.
  if (dynamic_cast<const po::unknown_option*>(&error) != nullptr) {
    hint += "\n  -- goes before an argument that begins with -: … -- -ARGUMENT";
  }
  if (const auto* unknown = dynamic_cast<const po::unknown_option*>(&error)) {
    throw Error(ErrorCode::usage,
                "unrecognised option " + analyzers::isolate(unknown->get_option_name()), hint);
  }
  throw Error(ErrorCode::usage, analyzers::displayable(error.what()), hint);
}

}  // namespace

ParsedOptions parse_options(const std::vector<std::string>& arguments,
                            const po::options_description& options, std::string_view usage,
                            std::string_view about) {
  po::options_description all;
  all.add(options).add_options()("help,h", "this help");
  po::options_description with_positional;
  with_positional.add(all).add_options()("positional", po::value<std::vector<std::string>>());
  po::positional_options_description positional;
  positional.add("positional", -1);

  ParsedOptions result;
  if (arguments.size() == 1 && arguments.front() == kDescribe) {
    std::cout << describe(all, usage, about);
    result.help_shown = true;
    return result;
  }
  try {
    po::store(
        po::command_line_parser(arguments)
            .options(with_positional)
            .positional(positional)
            .extra_style_parser(positional_words)
            .style(po::command_line_style::unix_style & ~po::command_line_style::allow_guessing)
            .run(),
        result.values);
    po::notify(result.values);
  } catch (const po::error& error) {
    refuse(error, usage);
  }
  if (result.values.count("help") != 0) {
    std::cout << "usage: " << usage << "\n\n"
              << about << "\n\noptions:\n"
              << all << "\nAn argument that would be read as an option goes after --.\n";
    result.help_shown = true;
  }
  if (result.values.count("positional") != 0) {
    result.positional = result.values["positional"].as<std::vector<std::string>>();
  }
  return result;
}

void add_archive_option(po::options_description& options) {
  options.add_options()("archive,a", po::value<std::string>()->value_name("DIR"),
                        "the archive (default: the environment's WARRAQ_ARCHIVE)");
}

std::filesystem::path archive_path(const po::variables_map& values) {
  if (values.count("archive") != 0) {
    const auto& given = values["archive"].as<std::string>();
    if (!given.empty()) return given;
  }
  const char* from_environment = std::getenv("WARRAQ_ARCHIVE");
  if (from_environment != nullptr && *from_environment != '\0') return from_environment;
  throw Error(ErrorCode::usage, "no archive given", "name one with -a DIR, or in WARRAQ_ARCHIVE");
}

}  // namespace warraq::cli
