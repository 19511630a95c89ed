#include "indexer/cli/commands.h"
#include "indexer/cli/options.h"
#include "warraq/cli/program.h"
#include "warraq/counted.h"
#include "warraq/indexer/indexer.h"

namespace warraq::indexer::cli {
namespace po = boost::program_options;

int run_compact(const std::vector<std::string>& arguments) {
  po::options_description options;
  warraq::cli::add_archive_option(options);
  const auto parsed = warraq::cli::parse_options(
      arguments, options, "warraq-indexer compact -a DIR",
      "Folds what was added, replaced and deleted into the archive's main databases. Searches go "
      "on\n"
      "meanwhile. Takes as much free space as the archive, twice that after replacements.\n\n"
      "exit: 0 done, 3 no archive, 4 another writer holds it, 5 made by another version, 9 "
      "writing\n"
      "failed, 130/143 after a signal (the archive is then as it was before).");
  if (parsed.help_shown) return kExitDone;
  require_no_arguments(parsed.positional);
  const std::stop_token stop = warraq::cli::stop_on_signals();
  const CompactResult result = compact(warraq::cli::archive_path(parsed.values), stop);
  if (result.stopped) {
    warraq::cli::print_message("stopped: the archive is as it was before");
    return warraq::cli::signal_exit_code();
  }
  warraq::cli::print_message(counted(result.articles, "article") + ", " +
                             warraq::cli::human_bytes(result.bytes_before) + " before, " +
                             warraq::cli::human_bytes(result.bytes_after) + " now");
  return kExitDone;
}

}  // namespace warraq::indexer::cli
