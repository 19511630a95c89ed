// warraq-searcher timeline: what is found, counted over time.
#include <iostream>

#include "searcher/cli/commands.h"
#include "searcher/cli/count_options.h"
#include "searcher/cli/search_options.h"
#include "searcher/output/facets.h"
#include "searcher/request/filter_notes.h"
#include "warraq/cli/program.h"
#include "warraq/cli/values.h"
#include "warraq/error.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::commands {

int timeline(const std::vector<std::string>& arguments) {
  namespace po = boost::program_options;
  po::options_description described;
  cli::add_archive_option(described);
  described.add_options()("by",
                          po::value<std::string>()->default_value("auto")->value_name("INTERVAL"),
                          "day, week (from Monday), month, year, or auto: what can be looked at");
  add_count_options(described);
  const cli::ParsedOptions options = cli::parse_options(
      arguments, described, "warraq-searcher timeline -a DIR [--by INTERVAL] [OPTION…] [QUERY…]",
      "Counts the articles that a query finds over time, and what share they are of all that the\n"
      "archive has of that time; without a query, those that pass the filters.");
  if (options.help_shown) return kExitDone;
  const output::CountsFormat format = counts_format(options.values);
  const auto& name = options.values["by"].as<std::string>();
  const auto interval = interval_named(name);
  if (!interval) cli::refuse_value("--by", name, "auto, day, week, month or year");
  Request request = filters_from(options.values);
  request.query = query_text(options);

  Searcher searcher(cli::archive_path(options.values));
  Timeline result = searcher.timeline(request, *interval);
  add_notes_on_filters(searcher, request, result.notes);
  print_notes(result.notes);
  if (result.total == 0) print_nothing_found(searcher, request);
  output::print_timeline(std::cout, result, format,
                         {cli::terminal_columns(), cli::terminal_takes_utf8()});
  return result.total == 0 ? kExitNothingFound : kExitDone;
}

}  // namespace warraq::searcher::commands
