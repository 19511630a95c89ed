// warraq-searcher query: one query, its hits.
#include <filesystem>
#include <iostream>
#include <stop_token>
#include <utility>

#include "searcher/cli/commands.h"
#include "searcher/cli/query_lines.h"
#include "searcher/cli/search_options.h"
#include "searcher/cli/written_files.h"
#include "searcher/output/format.h"
#include "searcher/output/suggestion.h"
#include "searcher/request/filter_notes.h"
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
  options.add_options()("collapse", "of near duplicates the first stands for all")(
      "facets", po::value<std::string>()->value_name("FIELDS"),
      "count what is found by: source, category, author, agency, year and month")(
      "stdin",
      "read queries from standard input, a line each, as text or as JSON objects, which are "
      "answered in JSON where --format does not say otherwise")(
      "relax", "where nothing is found, search the first suggestion; human, json, jsonl");
  add_hits_format_options(options);
  return options;
}

bool has_room_for_suggestions(output::Format format) {
  return format != output::Format::csv && format != output::Format::trec;
}

// Hits of another query must not pass for those of the one that was put, nor be kept as its.
void refuse_relaxing(bool saves, output::Format format) {
  if (!has_room_for_suggestions(format)) {
    throw Error(
        ErrorCode::usage,
        "--relax does not go with --format csv and trec, which cannot say what was searched",
        "leave it out, or choose human, json or jsonl");
  }
  if (saves) {
    throw Error(ErrorCode::usage, "--relax does not go with --save, which keeps the query as it is",
                "save the query that is suggested");
  }
}

}  // namespace

int query(const std::vector<std::string>& arguments) {
  const cli::ParsedOptions options = cli::parse_options(arguments, query_options(), kUsage, kAbout);
  if (options.help_shown) return kExitDone;
  const output::Format format = hits_format(options.values);
  const bool saves = options.values.count("save") != 0;
  const auto prepare = [saves](Request& request, output::Format of_answer) {
    if (request.relax) refuse_relaxing(saves, of_answer);
    request.duplicate_groups = output::shows_duplicate_groups(of_answer) || request.collapse;
  };
  Request request = request_from(options.values);
  prepare(request, format);
  const std::filesystem::path archive = cli::archive_path(options.values);
  // What is saved is one query.
  if (options.values.count("stdin") != 0 && options.positional.empty() && !saves) {
    Searcher searcher(archive);
    QueryLines lines{
        parameters_from(options.values), {}, hits_format_options(options.values), prepare};
    if (!options.values["format"].defaulted()) lines.format = format;
    return answer_lines(searcher, lines, std::cin, std::cout);
  }
  request.query = query_text(options);
  if (saves) require_may_be_saved(options.values["save"].as<std::string>(), archive);
  Searcher searcher(archive);
  Answer answer = searcher.search(request);
  add_notes_on_filters(searcher, request, answer.notes);
  print_notes(answer.notes);
  if (!has_room_for_suggestions(format)) print_notes(output::suggestion_lines(answer));
  if (answer.total == 0 && answer.suggestions.empty()) print_notes({"nothing found"});
  if (format == output::Format::human) print_variants(answer.variants);
  print_past_end(request, answer);
  print_hits(answer, format, options.values);
  if (saves) {
    const std::stop_token stop = cli::stop_on_signals();
    save_query(searcher, request, archive, options.values["save"].as<std::string>(), stop);
    if (stop.stop_requested()) return cli::signal_exit_code();
  }
  return answer.total == 0 ? kExitNothingFound : kExitDone;
}

}  // namespace warraq::searcher::commands
