#include "indexer/cli/commands.h"
#include "indexer/cli/input_run.h"
#include "warraq/cli/values.h"

namespace warraq::indexer::cli {
namespace po = boost::program_options;
namespace {

Builder read_builder(const std::string& name) {
  if (name == "bulk") return Builder::bulk;
  if (name == "xapian") return Builder::xapian;
  warraq::cli::refuse_value("--builder", name, "bulk or xapian");
}

}  // namespace

int run_build(const std::vector<std::string>& arguments) {
  po::options_description options;
  add_reading_options(options);
  options.add_options()("force", "replace the archive that stands there")(
      "builder", po::value<std::string>()->value_name("WAY")->default_value("bulk"),
      "bulk or xapian: databases written in bulk, or by Xapian's own writer (slower, the same "
      "archive)");
  const auto parsed = warraq::cli::parse_options(
      arguments, options, "warraq-indexer build -a DIR [OPTION…] FILE|FOLDER|-…",
      "Reads articles into a new archive: JSON, CSV, XML (dumps, RSS, Atom, NewsML, NITF, TEI), "
      "SGML,\n"
      "HTML, WARC and plain text, in any character set, also compressed and in zip and tar. It "
      "appears\n"
      "whole or not at all; with --force the old one stays valid until then. Of articles of the\n"
      "same id the last one stays.\n\n"
      "exit: 0 done, 2 an archive exists, 4 another writer holds it, 8 some input was rejected or\n"
      "nothing was read (then no archive is made), 9 reading or writing failed, 130/143 after a\n"
      "signal (the archive is then as it was before).");
  if (parsed.help_shown) return kExitDone;
  InputRun run("build", parsed);
  run.options().force = parsed.values.count("force") != 0;
  run.options().builder = read_builder(parsed.values["builder"].as<std::string>());
  return run.finish(build(run.archive(), run.inputs(), run.options()));
}

}  // namespace warraq::indexer::cli
