#include <iostream>

#include "indexer/cli/commands.h"
#include "indexer/cli/options.h"
#include "warraq/cli/program.h"
#include "warraq/counted.h"
#include "warraq/indexer/indexer.h"

namespace warraq::indexer::cli {
namespace po = boost::program_options;

int run_check(const std::vector<std::string>& arguments) {
  po::options_description options;
  warraq::cli::add_archive_option(options);
  const auto parsed = warraq::cli::parse_options(
      arguments, options, "warraq-indexer check -a DIR",
      "Looks at every block of every database and at every article, and prints what is wrong, a\n"
      "line each.\n\n"
      "exit: 0 nothing is wrong, 3 something is, or there is no archive, 4 a writer holds it, 5 "
      "made\n"
      "by another version.");
  if (parsed.help_shown) return kExitDone;
  require_no_arguments(parsed.positional);
  const CheckResult result = check(warraq::cli::archive_path(parsed.values));
  for (const std::string& problem : result.problems) std::cout << problem << '\n';
  for (const std::string& advice : result.advice) warraq::cli::print_message(advice);
  const std::string looked_at =
      counted(result.articles, "article") + " in " + counted(result.databases, "database") + ": ";
  if (result.problems.empty()) {
    warraq::cli::print_message(looked_at + "nothing is wrong");
    return kExitDone;
  }
  warraq::cli::print_message(looked_at + counted(result.problems.size(), "problem"));
  return static_cast<int>(ErrorCode::no_archive);
}

}  // namespace warraq::indexer::cli
