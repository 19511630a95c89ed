// warraq-searcher query: one query, its hits.
#include <filesystem>
#include <iostream>
#include <stop_token>
#include <utility>

#include "searcher/cli/commands.h"
#include "searcher/cli/count_options.h"
#include "searcher/cli/search_options.h"
#include "searcher/cli/written_files.h"
#include "searcher/output/format.h"
#include "searcher/output/suggestion.h"
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
      "relax", "where nothing is found, search the first suggestion")(
      "format", po::value<std::string>()->default_value("human")->value_name("FORMAT"),
      "human, json, jsonl, csv or trec")(
      "run-tag", po::value<std::string>()->default_value("warraq")->value_name("NAME"),
      "trec: the last column");
  return options;
}

// Where the format has no room for them.
void print_suggestions(const Answer& answer) {
  if (answer.relaxed) print_notes({output::relaxed_line(answer)});
  print_notes(output::suggestion_lines(answer));
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
  request.relax = options.values.count("relax") != 0;

  const std::filesystem::path archive = cli::archive_path(options.values);
  const bool saves = options.values.count("save") != 0;
  if (saves) require_may_be_saved(options.values["save"].as<std::string>(), archive);
  Searcher searcher(archive);
  Answer answer = searcher.search(request);
  for (std::string& note : searcher.notes_on_filters(request)) {
    answer.notes.push_back(std::move(note));
  }
  print_notes(answer.notes);
  if (format == output::Format::csv || format == output::Format::trec) print_suggestions(answer);
  if (format == output::Format::human) print_variants(answer.variants);
  print_past_end(request, answer);
  const output::FormatOptions format_options{cli::stdout_takes_colour(),
                                             options.values["run-tag"].as<std::string>()};
  output::make_printer(format, std::cout, format_options)->print({}, answer);
  if (saves) {
    const std::stop_token stop = cli::stop_on_signals();
    save_query(searcher, request, archive, options.values["save"].as<std::string>(), stop);
    if (stop.stop_requested()) return cli::signal_exit_code();
  }
  return answer.total == 0 ? kExitNothingFound : kExitDone;
}

}  // namespace warraq::searcher::commands
