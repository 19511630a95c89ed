#include <cstddef>
#include <iostream>
#include <string>
#include <string_view>

#include "indexer/cli/commands.h"
#include "indexer/cli/options.h"
#include "indexer/cli/output_file.h"
#include "warraq/analyzers/direction.h"
#include "warraq/cli/program.h"
#include "warraq/cli/values.h"
#include "warraq/counted.h"
#include "warraq/error.h"
#include "warraq/indexer/export.h"

namespace warraq::indexer::cli {
namespace po = boost::program_options;
namespace {

constexpr std::string_view kUsage =
    "warraq-indexer export -a DIR [--format jsonl|opensearch|opensearch-template] [--output PATH]";
constexpr std::string_view kAbout =
    "Writes every article of an archive for other programs. jsonl: as build reads them and\n"
    "'warraq-searcher get' prints them, one a line. opensearch: bulk requests whose documents\n"
    "carry our words for a whitespace analyser, with the index template that says so. Needs no\n"
    "lock: what is written is one state of the archive, whatever a writer does meanwhile.\n\n"
    "exit: 0 done, 2 PATH is there (--force), 3 no archive, 5 made by another version, 9 reading\n"
    "or writing failed, a full disk included, 130/143 after a signal. A file or folder is there\n"
    "when it is whole, and not before.";

po::options_description described_options() {
  po::options_description options;
  warraq::cli::add_archive_option(options);
  options.add_options()("format",
                        po::value<std::string>()->value_name("FORMAT")->default_value("jsonl"),
                        "jsonl, opensearch, or opensearch-template (the template alone)")(
      "output", po::value<std::string>()->value_name("PATH")->default_value("-"),
      "jsonl: a file; opensearch: a folder for template and bulk requests; - for standard output")(
      "index", po::value<std::string>()->value_name("NAME")->default_value("news"),
      "opensearch: the name of the index")(
      "bulk-mb", po::value<std::string>()->value_name("MB")->default_value("50"),
      "opensearch: how large a file of bulk requests may become")(
      "force", "replace what an earlier export wrote");
  return options;
}

ExportOptions options_from(const po::variables_map& values) {
  ExportOptions options;
  const auto& format = values["format"].as<std::string>();
  if (format == "opensearch") {
    options.format = ExportFormat::opensearch;
  } else if (format != "jsonl") {
    warraq::cli::refuse_value("--format", format, "jsonl, opensearch or opensearch-template");
  }
  options.index = values["index"].as<std::string>();
  options.bulk_bytes =
      static_cast<std::size_t>(warraq::cli::read_number({"--bulk-mb", "megabytes", 1, 2'000},
                                                        values["bulk-mb"].as<std::string>()))
      << 20U;
  options.force = values.count("force") != 0;
  options.stop = warraq::cli::stop_on_signals();
  return options;
}

std::string in_words(const ExportResult& result) {
  const std::string in_files =
      result.files == 0 ? "" : " in " + counted(result.files, "file") + " of bulk requests";
  return counted(result.articles, "article") + ", " + warraq::cli::human_bytes(result.bytes) +
         in_files;
}

}  // namespace

int run_export(const std::vector<std::string>& arguments) {
  const auto parsed = warraq::cli::parse_options(arguments, described_options(), kUsage, kAbout);
  if (parsed.help_shown) return kExitDone;
  require_no_arguments(parsed.positional);
  if (parsed.values["format"].as<std::string>() == "opensearch-template") {
    std::cout << opensearch_template(parsed.values["index"].as<std::string>());
    return kExitDone;
  }
  const ExportOptions options = options_from(parsed.values);
  const std::filesystem::path archive = warraq::cli::archive_path(parsed.values);
  const auto& output = parsed.values["output"].as<std::string>();
  if (output.empty())
    throw Error(ErrorCode::usage, "--output names nothing", "- for standard output");
  const bool to_stream = output == kStandardOutput;
  const ExportResult result =
      to_stream ? export_articles(archive, options, std::cout)
                : export_articles(archive, options, std::filesystem::path(output));
  if (result.stopped) {
    warraq::cli::print_message(to_stream ? "stopped after " + in_words(result)
                                         : "stopped: nothing was written");
    return warraq::cli::signal_exit_code();
  }
  warraq::cli::print_message(in_words(result));
  return kExitDone;
}

}  // namespace warraq::indexer::cli
