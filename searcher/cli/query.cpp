// warraq-searcher query: one query, its hits.
#include <filesystem>
#include <iostream>
#include <utility>

#include "searcher/cli/commands.h"
#include "searcher/cli/count_options.h"
#include "searcher/cli/search_options.h"
#include "searcher/output/format.h"
#include "warraq/cli/program.h"
#include "warraq/error.h"
#include "warraq/searcher/saved_query.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::commands {
namespace {

namespace po = boost::program_options;

constexpr std::string_view kUsage = "warraq-searcher query -a DIR [OPTION…] QUERY…";
constexpr std::string_view kAbout =
    "Searches for words (any of them, the best first), \"phrases\" («…» too), =exact words,\n"
    "+required and -refused ones, with AND OR NOT and (brackets), prefixes*, \"words near\"~5,\n"
    "title:, source:, date:2018-03..2018-05 (عنوان، المصدر، تاريخ …). warraq-query(7) has it all.";

po::options_description query_options() {
  po::options_description options;
  cli::add_archive_option(options);
  add_search_options(options, 10, 1);
  add_save_option(options);
  options.add_options()("collapse", "of near duplicates the best stands for all")(
      "facets", po::value<std::string>()->value_name("FIELDS"),
      "count what is found by source, category, author, agency, year, month")(
      "stdin", "read the query from standard input")(
      "format", po::value<std::string>()->default_value("human")->value_name("FORMAT"),
      "human, json, jsonl, csv or trec")(
      "run-tag", po::value<std::string>()->default_value("warraq")->value_name("NAME"),
      "trec: the last column");
  return options;
}

}  // namespace

int query(const std::vector<std::string>& arguments) {
  const cli::ParsedOptions options = cli::parse_options(arguments, query_options(), kUsage, kAbout);
  if (options.help_shown) return kExitDone;
  const auto format = *output::format_named(
      checked_format(options.values, {"human", "json", "jsonl", "csv", "trec"}));
  Request request = request_from(options.values);
  request.duplicate_groups = output::shows_duplicate_groups(format);
  request.collapse = options.values.count("collapse") != 0;
  request.duplicate_groups |= request.collapse;
  if (options.values.count("facets") != 0) {
    request.facets = facet_fields("--facets", options.values["facets"].as<std::string>());
  }
  request.query = query_text(options);

  const std::filesystem::path archive = cli::archive_path(options.values);
  Searcher searcher(archive);
  Answer answer = searcher.search(request);
  for (std::string& note : searcher.notes_on_filters(request)) {
    answer.notes.push_back(std::move(note));
  }
  print_notes(answer.notes);
  print_past_end(request, answer);
  const output::FormatOptions format_options{cli::stdout_takes_colour(),
                                             options.values["run-tag"].as<std::string>()};
  output::make_printer(format, std::cout, format_options)->print({}, answer);
  if (options.values.count("save") != 0) {
    save_query(searcher, request, archive, options.values["save"].as<std::string>());
  }
  return answer.total == 0 ? kExitNothingFound : kExitDone;
}

}  // namespace warraq::searcher::commands
