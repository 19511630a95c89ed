// warraq-searcher explain: how a query was read, what was searched, and why hits scored as they
// did.
#include <iostream>

#include "searcher/cli/commands.h"
#include "searcher/cli/search_options.h"
#include "searcher/output/explanation.h"
#include "warraq/cli/program.h"
#include "warraq/error.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::commands {

int explain(const std::vector<std::string>& arguments) {
  namespace po = boost::program_options;
  po::options_description described;
  cli::add_archive_option(described);
  add_search_options(described, 3, 0);
  described.add_options()("stdin", "read the query from standard input")(
      "format", po::value<std::string>()->default_value("human")->value_name("FORMAT"),
      "human or json");
  const cli::ParsedOptions options = cli::parse_options(
      arguments, described, "warraq-searcher explain -a DIR [OPTION…] QUERY…",
      "Shows how each word was analysed, which terms were searched and how many articles hold\n"
      "them, and the parts of each hit's score.");
  if (options.help_shown) return kExitDone;
  const bool human = checked_format(options.values, {"human", "json"}) == "human";
  Request request = request_from(options.values);
  request.query = query_text(options);

  Searcher searcher(cli::archive_path(options.values));
  const Explanation explanation = searcher.explain(request);
  print_notes(explanation.notes);
  print_variants(explanation.variants);
  print_notes(searcher.notes_on_filters(request));
  if (human) {
    output::print_explanation_for_people(std::cout, explanation);
  } else {
    output::print_explanation_as_json(std::cout, explanation);
  }
  return explanation.total == 0 ? kExitNothingFound : kExitDone;
}

}  // namespace warraq::searcher::commands
