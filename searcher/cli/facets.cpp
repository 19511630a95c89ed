// warraq-searcher facets: what is found, counted by field.
#include <iostream>

#include "searcher/cli/commands.h"
#include "searcher/cli/count_options.h"
#include "searcher/cli/search_options.h"
#include "searcher/output/facets.h"
#include "searcher/request/filter_notes.h"
#include "searcher/request/read_request.h"
#include "warraq/cli/program.h"
#include "warraq/cli/values.h"
#include "warraq/error.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::commands {
namespace {

namespace po = boost::program_options;

constexpr cli::NumberRange kValues = {"--limit (-n)", "values", 0, 999'999'999};

}  // namespace

int facets(const std::vector<std::string>& arguments) {
  po::options_description described;
  cli::add_archive_option(described);
  described.add_options()(
      "by", po::value<std::string>()->default_value("source,category,year")->value_name("FIELDS"),
      "fields with commas between them: source, category, author, agency, year and month")(
      "limit,n", po::value<std::string>()->default_value("10")->value_name("N"),
      "names of a field at the most, 0 for all; years and months are never cut");
  add_count_options(described);
  const cli::ParsedOptions options = cli::parse_options(
      arguments, described, "warraq-searcher facets -a DIR [--by FIELDS] [OPTION…] [QUERY…]",
      "Counts the articles that a query finds by each field; without a query, those that pass the\n"
      "filters.");
  if (options.help_shown) return kExitDone;
  const output::CountsFormat format = counts_format(options.values);
  const auto fields = read_facet_fields("--by", options.values["by"].as<std::string>());
  const std::size_t limit = cli::read_number(kValues, options.values["limit"].as<std::string>());
  Request request = filters_from(options.values);
  request.query = query_text(options);

  Searcher searcher(cli::archive_path(options.values));
  Facets result = searcher.facets(request, fields, limit);
  add_notes_on_filters(searcher, request, result.notes);
  print_notes(result.notes);
  if (result.total == 0) print_nothing_found(searcher, request);
  output::print_facets(std::cout, result, format);
  return result.total == 0 ? kExitNothingFound : kExitDone;
}

}  // namespace warraq::searcher::commands
