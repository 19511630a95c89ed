// warraq-searcher get: articles by id.
#include <algorithm>
#include <array>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>

#include "searcher/cli/commands.h"
#include "searcher/cli/search_options.h"
#include "warraq/analyzers/direction.h"
#include "warraq/cli/program.h"
#include "warraq/corpus/article.h"
#include "warraq/error.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::commands {
namespace {

namespace po = boost::program_options;

constexpr std::string_view kUsage = "warraq-searcher get -a DIR [--format json|human] ID…";
constexpr std::string_view kAbout =
    "Prints articles as they are stored, one JSON object a line: what was given, and what was "
    "found\n"
    "of agency, author, place, encoding and page furniture.\n\n"
    "exit: 0 all were found, 1 none was, 8 some were not (they are named).";

// A body's own lines stay lines.
void print_lines(std::string_view text) {
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::cout << analyzers::isolate(text.substr(begin, end - begin)) << '\n';
    begin = end + 1;
  }
}

void print_for_people(const corpus::Article& article) {
  for (const std::string& field : {article.id, article.title, article.date, article.source,
                                   article.category, article.author, article.agency, article.url}) {
    if (!field.empty()) std::cout << analyzers::isolate(field) << '\n';
  }
  std::cout << '\n';
  print_lines(article.body);
}

std::string unescaped(std::string_view id) {
  constexpr std::array<std::pair<std::string_view, char>, 3> kEscapes = {
      {{"%25", '%'}, {"%0A", '\n'}, {"%0D", '\r'}}};
  std::string result;
  while (!id.empty()) {
    const auto escape = std::find_if(kEscapes.begin(), kEscapes.end(),
                                     [id](const auto& each) { return id.starts_with(each.first); });
    const bool is_escape = escape != kEscapes.end();
    result += is_escape ? escape->second : id.front();
    id.remove_prefix(is_escape ? escape->first.size() : 1);
  }
  return result;
}

}  // namespace

int get(const std::vector<std::string>& arguments) {
  po::options_description described;
  cli::add_archive_option(described);
  described.add_options()(
      "format", po::value<std::string>()->default_value("json")->value_name("FORMAT"),
      "json or human")("escaped", "ids as 'export --format ids' writes them: %25, %0A, %0D");
  const cli::ParsedOptions options = cli::parse_options(arguments, described, kUsage, kAbout);
  if (options.help_shown) return kExitDone;
  const bool human = checked_format(options.values, {"json", "human"}) == "human";
  if (options.positional.empty()) {
    throw Error(ErrorCode::usage, "no id given", "usage: " + std::string(kUsage));
  }

  Searcher searcher(cli::archive_path(options.values));
  std::size_t found = 0;
  const bool escaped = options.values.count("escaped") != 0;
  for (const std::string& given : options.positional) {
    const std::string id = escaped ? unescaped(given) : given;
    const auto article = searcher.get(id);
    if (!article) {
      cli::print_message("no article " + analyzers::isolate(id));
      continue;
    }
    ++found;
    if (human) {
      print_for_people(*article);
    } else {
      std::cout << corpus::to_json(*article) << '\n';
    }
  }
  if (found == 0) return kExitNothingFound;
  return found == options.positional.size() ? kExitDone : kExitInputRejected;
}

}  // namespace warraq::searcher::commands
