// warraq-searcher suggest: what a query that is being typed may become.
#include <cstdint>
#include <iostream>

#include "searcher/cli/commands.h"
#include "searcher/cli/search_options.h"
#include "searcher/output/completions.h"
#include "warraq/analyzers/direction.h"
#include "warraq/cli/program.h"
#include "warraq/cli/values.h"
#include "warraq/counted.h"
#include "warraq/error.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::commands {
namespace {

namespace po = boost::program_options;

using output::Json;

constexpr std::string_view kUsage =
    "warraq-searcher suggest -a DIR [-n N] [--format human|json|jsonl] TEXT";
constexpr std::string_view kAbout =
    "Completes the last word of a query that is being typed by words of the archive, those first\n"
    "that follow the word before most often; after a space, the next word.\n\n"
    "exit: 0 there are some, 1 there are none.";
constexpr cli::NumberRange kLimit = {"--limit (-n)", "completions", 0, 1'000};

po::options_description suggest_options() {
  po::options_description options;
  cli::add_archive_option(options);
  options.add_options()("limit,n", po::value<std::string>()->value_name("N")->default_value("10"),
                        "completions at the most")(
      "format", po::value<std::string>()->default_value("human")->value_name("FORMAT"),
      "human, json or jsonl");
  return options;
}

void print_for_people(const std::vector<Completion>& completions) {
  for (const Completion& completion : completions) {
    std::cout << analyzers::isolate(completion.text) << " · "
              << counted(completion.articles, "article") << '\n';
  }
}

void print_json_lines(const std::vector<Completion>& completions) {
  for (const Completion& completion : completions) {
    Json line = {{"type", "completion"}};
    line.update(output::as_json(completion));
    std::cout << output::to_text(line) << '\n';
  }
}

}  // namespace

int suggest(const std::vector<std::string>& arguments) {
  const cli::ParsedOptions options =
      cli::parse_options(arguments, suggest_options(), kUsage, kAbout);
  if (options.help_shown) return kExitDone;
  const std::string_view format = checked_format(options.values, {"human", "json", "jsonl"});
  if (options.positional.empty()) {
    throw Error(ErrorCode::usage, "no text given", "usage: " + std::string(kUsage));
  }
  std::string text;
  for (const std::string& argument : options.positional) {
    if (&argument != &options.positional.front()) text += ' ';
    text += argument;
  }
  Searcher searcher(cli::archive_path(options.values));
  const auto completions =
      searcher.suggest(text, cli::read_number(kLimit, options.values["limit"].as<std::string>()));
  if (!searcher.has_vocabulary()) {
    const std::string lacks = "the archive has no vocabulary, or a part of it has none";
    const std::string advice = "'warraq-indexer compact' makes it";
    if (completions.empty()) throw Error(ErrorCode::no_archive, lacks, advice);
    print_notes({lacks + ": its words are not among these; " + advice});
  }
  if (format == "json") {
    std::cout << output::to_text(output::as_json(completions)) << '\n';
  } else if (format == "jsonl") {
    print_json_lines(completions);
  } else {
    print_for_people(completions);
  }
  return completions.empty() ? kExitNothingFound : kExitDone;
}

}  // namespace warraq::searcher::commands
