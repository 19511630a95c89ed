// warraq-searcher export: every article that a query finds, whole.
#include <cstdint>
#include <optional>
#include <stop_token>

#include "searcher/cli/commands.h"
#include "searcher/cli/export_options.h"
#include "searcher/cli/search_options.h"
#include "searcher/cli/written_files.h"
#include "warraq/cli/program.h"
#include "warraq/cli/values.h"
#include "warraq/error.h"
#include "warraq/searcher/saved_query.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::commands {
namespace {

namespace po = boost::program_options;

constexpr std::string_view kUsage = "warraq-searcher export -a DIR [OPTION…] QUERY…";
constexpr std::string_view kAbout =
    "Prints every article that the query finds, whole, in the order of query, however many they\n"
    "are: as JSON lines (as get prints them), CSV, BibTeX, RIS or their ids alone.";

constexpr std::uint64_t kMostArticles = 999'999'999'999;

po::options_description export_options() {
  po::options_description options;
  cli::add_archive_option(options);
  options.add_options()("limit,n", po::value<std::string>()->value_name("N"),
                        "articles at the most; without it, all");
  add_query_options(options);
  options.add_options()("collapse", "of near duplicates the first stands for all");
  add_export_options(options);
  add_save_option(options);
  options.add_options()("stdin", "read the query from standard input")(
      "format", po::value<std::string>()->default_value("jsonl")->value_name("FORMAT"),
      "jsonl, csv, bibtex, ris or ids");
  return options;
}

}  // namespace

int export_articles(const std::vector<std::string>& arguments) {
  const cli::ParsedOptions options =
      cli::parse_options(arguments, export_options(), kUsage, kAbout);
  if (options.help_shown) return kExitDone;
  const std::filesystem::path archive = cli::archive_path(options.values);
  ExportOutput output(*output::export_format_named(
                          checked_format(options.values, {"jsonl", "csv", "bibtex", "ris", "ids"})),
                      options.values, archive);
  const auto& save = options.values["save"];
  if (!save.empty()) {
    require_may_be_saved(save.as<std::string>(), archive);
    if (!output.path().empty()) {
      require_two_files({"--output", output.path()}, {"--save", save.as<std::string>()});
    }
  }
  Request request = filters_from(options.values);
  request.query = query_text(options);
  std::uint64_t left = kMostArticles;
  if (options.values.count("limit") != 0) {
    left = cli::read_number({"--limit (-n)", "articles", 0, kMostArticles},
                            options.values["limit"].as<std::string>());
  }
  Searcher searcher(archive);
  std::optional<SavedQueryWriter> saved;
  if (!save.empty()) saved.emplace(save.as<std::string>());

  const std::stop_token stop = cli::stop_on_signals();
  bool whole = true;
  std::uint64_t total = 0;
  searcher.for_each(
      request,
      [&](const StreamStart& start) {
        total = start.total;
        print_notes(start.notes);
        print_notes(searcher.notes_on_filters(request));
        output.open();
        if (saved) saved->begin({request, archive, start.state, {}});
      },
      [&](const StreamedArticle& article) {
        if (stop.stop_requested()) return whole = false;
        if (left == 0 && !saved) return false;
        if (saved) saved->add(article);  // also what is past the limit
        if (left == 0) return true;
        --left;
        return whole = output.print(article);
      });
  whole &= output.finish();
  if (stop.stop_requested()) return cli::signal_exit_code();
  if (saved && whole) saved->commit();
  if (total == 0) print_nothing_found(searcher, request);
  return total == 0 ? kExitNothingFound : kExitDone;
}

}  // namespace warraq::searcher::commands
