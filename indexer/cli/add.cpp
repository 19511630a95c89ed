#include "indexer/cli/commands.h"
#include "indexer/cli/input_run.h"

namespace warraq::indexer::cli {
namespace po = boost::program_options;

int run_add(const std::vector<std::string>& arguments) {
  po::options_description options;
  add_reading_options(options);
  const auto parsed = warraq::cli::parse_options(
      arguments, options, "warraq-indexer add -a DIR [OPTION…] FILE|FOLDER|-…",
      "Adds articles to an archive; one of an id that is there takes its place. Searches see the\n"
      "old or the new version at any moment. One thread writes, whatever --jobs says. Run compact\n"
      "after many additions.\n\n"
      "exit: 0 done, 3 no archive, 4 another writer holds it, 5 made by another version, 8 some\n"
      "input was rejected or nothing was read, 9 reading or writing failed, 130/143 after a "
      "signal\n"
      "(what was read before it is in the archive).");
  if (parsed.help_shown) return kExitDone;
  InputRun run("add", parsed);
  return run.finish(add(run.archive(), run.inputs(), run.options()));
}

}  // namespace warraq::indexer::cli
