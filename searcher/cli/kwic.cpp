// warraq-searcher kwic: keywords in their contexts.
#include <cstdint>
#include <iostream>
#include <stop_token>

#include "searcher/cli/commands.h"
#include "searcher/cli/search_options.h"
#include "searcher/output/concordance.h"
#include "warraq/cli/program.h"
#include "warraq/cli/values.h"
#include "warraq/error.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::commands {
namespace {

namespace po = boost::program_options;

constexpr std::string_view kUsage = "warraq-searcher kwic -a DIR [OPTION…] QUERY…";
constexpr std::string_view kAbout =
    "Prints every place where a word or phrase of the query stands in the articles that it finds,\n"
    "with the words before and after it: a concordance.";
constexpr std::uint64_t kMostLines = 999'999'999'999;
constexpr std::uint64_t kMostWords = 1'000;

po::options_description kwic_options() {
  po::options_description options;
  cli::add_archive_option(options);
  options.add_options()("limit,n", po::value<std::string>()->value_name("N"),
                        "lines at the most; without it, all")(
      "words", po::value<std::string>()->default_value("5")->value_name("N"), "words on each side");
  add_query_options(options);
  options.add_options()("stdin", "read the query from standard input")(
      "format", po::value<std::string>()->default_value("human")->value_name("FORMAT"),
      "human, json, jsonl or csv");
  return options;
}

}  // namespace

int kwic(const std::vector<std::string>& arguments) {
  const cli::ParsedOptions options = cli::parse_options(arguments, kwic_options(), kUsage, kAbout);
  if (options.help_shown) return kExitDone;
  const std::string_view format = checked_format(options.values, {"human", "json", "jsonl", "csv"});
  const std::uint64_t words = cli::read_number({"--words", "words on each side", 0, kMostWords},
                                               options.values["words"].as<std::string>());
  Request request = filters_from(options.values);
  request.query = query_text(options);
  std::uint64_t lines = kMostLines;
  if (options.values.count("limit") != 0) {
    lines = cli::read_number({"--limit (-n)", "lines", 0, kMostLines},
                             options.values["limit"].as<std::string>());
  }

  Searcher searcher(cli::archive_path(options.values));
  const auto printer = output::make_concordance_printer(
      format, std::cout, words, output::highlight_marks(cli::stdout_takes_colour()));
  const std::stop_token stop = cli::stop_on_signals();
  const auto print_them = [](const std::vector<std::string>& notes) { print_notes(notes); };
  const auto goes_on = [&] { return !stop.stop_requested() && std::cout.good(); };
  const output::ConcordanceEnd end =
      output::print_concordance(searcher, request, {words, lines, print_them, goes_on}, *printer);
  if (stop.stop_requested()) return cli::signal_exit_code();
  if (end.total == 0) print_nothing_found(searcher, request);
  printer->finish(end);
  return end.counts.occurrences == 0 ? kExitNothingFound : kExitDone;
}

}  // namespace warraq::searcher::commands
