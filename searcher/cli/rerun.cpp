// warraq-searcher rerun: a saved query once more, and what has changed since.
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <stop_token>

#include "searcher/cli/commands.h"
#include "searcher/cli/export_options.h"
#include "searcher/cli/search_options.h"
#include "searcher/cli/written_files.h"
#include "searcher/output/changes.h"
#include "searcher/saved/file_lock.h"
#include "warraq/analyzers/direction.h"
#include "warraq/cli/program.h"
#include "warraq/error.h"
#include "warraq/searcher/saved_query.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::commands {
namespace {

namespace po = boost::program_options;

constexpr std::string_view kUsage = "warraq-searcher rerun [OPTION…] FILE";
constexpr std::string_view kAbout =
    "Runs a query that --save kept once more, and tells which articles are new, changed or gone.\n"
    "With --since-last, prints the new ones alone and keeps what was found in FILE, so that the\n"
    "next run prints what is new by then.\n\n"
    "exit: 0 something has changed (with --since-last: is new), 1 nothing has.";

po::options_description rerun_options() {
  po::options_description options;
  cli::add_archive_option(options);
  add_export_options(options);
  options.add_options()("since-last", "print new articles, and update FILE")(
      "format", po::value<std::string>()->default_value("human")->value_name("FORMAT"),
      "human, jsonl or csv; with --since-last also: bibtex, ris or ids");
  return options;
}

std::filesystem::path archive_of(const cli::ParsedOptions& options, const SavedQuery& saved) {
  return options.values.count("archive") != 0 ? cli::archive_path(options.values)
                                              : saved.header().archive;
}

void note_what_moved(const Changes& changes) {
  if (changes.analyser_changed) {
    print_notes(
        {"the archive is analysed otherwise than when the query was saved: what has "
         "changed may come of that"});
  }
}

int tell_changes(Searcher& searcher, const SavedQuery& saved, const cli::ParsedOptions& options) {
  const auto printer = output::make_changes_printer(
      checked_format(options.values, {"human", "jsonl", "csv"}), std::cout);
  const std::stop_token stop = cli::stop_on_signals();
  const Changes changes = compare_with_saved(
      searcher, {}, saved,
      [&](const ChangedArticle& changed) {
        printer->print(changed);
        return std::cout.good();
      },
      nullptr, stop);
  if (stop.stop_requested()) return cli::signal_exit_code();
  note_what_moved(changes);
  if (changes.now == 0) print_nothing_found(searcher, saved.header().request);
  printer->finish(changes, saved.header());
  const bool any = changes.added + changes.changed + changes.gone > 0;
  return any ? kExitDone : kExitNothingFound;
}

/// Prints new articles, as they are told or whole.
class NewArticles {
 public:
  NewArticles(const po::variables_map& values, const std::filesystem::path& saved,
              const std::filesystem::path& archive) {
    const std::string_view format =
        checked_format(values, {"human", "jsonl", "csv", "bibtex", "ris", "ids"});
    if (const auto whole = output::export_format_named(format)) {
      output_.emplace(*whole, values, archive);
      if (!output_->path().empty()) {
        require_two_files({"--output", output_->path()}, {"the saved query", saved});
      }
    } else {
      changes_ = output::make_changes_printer(format, std::cout);
    }
  }

  bool print(const ChangedArticle& changed) {
    if (!output_) {
      changes_->print(changed);
      return std::cout.good();
    }
    if (!output_->is_open()) output_->open();
    return output_->print(*changed.article);
  }

  bool finish() {
    if (output_ && output_->is_open()) return output_->finish();
    std::cout.flush();
    return std::cout.good();
  }

 private:
  std::unique_ptr<output::ChangesPrinter> changes_;
  std::optional<ExportOutput> output_;
};

// The file moves on only once what is new was written out: it would not be told of again.
int alert(Searcher& searcher, const std::filesystem::path& archive, const SavedQuery& saved,
          const cli::ParsedOptions& options) {
  NewArticles printed(options.values, options.positional.front(), archive);
  SavedQueryWriter writer(options.positional.front());
  const std::stop_token stop = cli::stop_on_signals();
  const Changes changes = compare_with_saved(
      searcher, archive, saved,
      [&](const ChangedArticle& changed) {
        return changed.change != Change::added || printed.print(changed);
      },
      &writer, stop);
  const bool written = printed.finish();
  if (stop.stop_requested()) return cli::signal_exit_code();
  note_what_moved(changes);
  if (written && changes.complete) writer.commit();
  return changes.added > 0 ? kExitDone : kExitNothingFound;
}

}  // namespace

int rerun(const std::vector<std::string>& arguments) {
  const cli::ParsedOptions options = cli::parse_options(arguments, rerun_options(), kUsage, kAbout);
  if (options.help_shown) return kExitDone;
  if (options.positional.size() != 1) {
    throw Error(ErrorCode::usage, "rerun takes one file that --save has written",
                "usage: " + std::string(kUsage));
  }
  const std::string& file = options.positional.front();
  std::optional<FileLock> lock;  // of two alerts at once, both would tell of the same
  if (options.values.count("since-last") != 0) {
    lock.emplace(file, [&] {
      cli::print_message("waiting for another rerun of " + analyzers::isolate(file));
    });
  }
  const SavedQuery saved(file);
  const std::filesystem::path archive = archive_of(options, saved);
  Searcher searcher(archive);
  print_notes(searcher.notes_on_filters(saved.header().request));
  if (options.values.count("since-last") != 0) return alert(searcher, archive, saved, options);
  return tell_changes(searcher, saved, options);
}

}  // namespace warraq::searcher::commands
