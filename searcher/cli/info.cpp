// warraq-searcher info: what the archive holds.
#include <iostream>

#include "searcher/cli/commands.h"
#include "searcher/cli/print_info.h"
#include "searcher/cli/search_options.h"
#include "searcher/output/info.h"
#include "warraq/analyzers/direction.h"
#include "warraq/cli/program.h"
#include "warraq/error.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::commands {

int info(const std::vector<std::string>& arguments) {
  namespace po = boost::program_options;
  po::options_description described;
  cli::add_archive_option(described);
  described.add_options()("format",
                          po::value<std::string>()->default_value("human")->value_name("FORMAT"),
                          "human or json");
  const cli::ParsedOptions options = cli::parse_options(
      arguments, described, "warraq-searcher info -a DIR [--format human|json]",
      "Tells what the archive holds: articles, dates, sources, categories, and who made it.");
  if (options.help_shown) return kExitDone;
  if (!options.positional.empty()) {
    throw Error(ErrorCode::usage,
                "info takes no argument, not " + analyzers::isolate(options.positional.front()),
                "to search, use 'warraq-searcher query'");
  }
  const bool human = checked_format(options.values, {"human", "json"}) == "human";
  const ArchiveInfo info = Searcher(cli::archive_path(options.values)).info();
  if (human) {
    print_info_for_people(std::cout, info);
  } else {
    std::cout << output::to_text(output::as_json(info)) << '\n';
  }
  return kExitDone;
}

}  // namespace warraq::searcher::commands
