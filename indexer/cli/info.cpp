#include <array>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>

#include "indexer/cli/commands.h"
#include "indexer/cli/options.h"
#include "warraq/analyzers/direction.h"
#include "warraq/cli/program.h"
#include "warraq/cli/values.h"
#include "warraq/counted.h"
#include "warraq/indexer/indexer.h"

namespace warraq::indexer::cli {
namespace po = boost::program_options;
namespace {

using analyzers::displayable;
using warraq::cli::human_bytes;

constexpr int kFormatVersion = 1;

std::uint64_t superseded(const ArchiveInfo& info) {
  std::uint64_t sum = 0;
  for (const DatabaseInfo& database : info.databases) sum += database.superseded;
  return sum;
}

std::string ratio(std::uint64_t bytes, std::uint64_t text_bytes) {
  if (text_bytes == 0) return "";
  std::array<char, 64> text{};
  static_cast<void>(std::snprintf(text.data(), text.size(), ", %.2f for each byte of text read",
                                  static_cast<double>(bytes) / static_cast<double>(text_bytes)));
  return text.data();
}

std::string joined(const std::vector<std::string>& names) {
  std::string result;
  for (const std::string& name : names) result += (result.empty() ? "" : ", ") + displayable(name);
  return result;
}

std::string counted_names(const std::map<std::string, std::uint64_t>& counts) {
  std::string result;
  for (const auto& [name, count] : counts) {
    result += (result.empty() ? "" : ", ") + displayable(name) + " " + with_separators(count);
  }
  return result;
}

void print_human(const std::filesystem::path& archive, const ArchiveInfo& info) {
  const archive::Manifest& manifest = info.manifest;
  const archive::ReadingCounts& counts = manifest.counts;
  const auto line = [](std::string_view name, const std::string& value) {
    std::cout << name << std::string(14 - name.size(), ' ') << value << '\n';
  };
  line("archive", analyzers::isolate(archive.string()));
  line("articles", with_separators(info.articles));
  line("on disk", human_bytes(info.bytes) + ratio(info.bytes, counts.text_bytes));
  line("read", counted(counts.articles_read, "article") + ", " + human_bytes(counts.text_bytes) +
                   " of text");
  line("", with_separators(counts.replaced) + " replaced, " + with_separators(counts.rejected) +
               " rejected, " + counted(counts.replaced_sequences, "invalid UTF-8 sequence"));
  line("dates", with_separators(counts.dates_missing) + " missing, " +
                    counted(counts.dates_refused, "that is none", "that are none"));
  line("charsets", counted_names(manifest.charsets));
  line("duplicates", with_separators(counts.duplicates_grouped) + " in the group of another");
  line("superseded", with_separators(superseded(info)) + " waiting for compact");
  for (const DatabaseInfo& database : info.databases) {
    line(displayable(database.folder).substr(0, 13),
         counted(database.documents, "document") + ", " + human_bytes(database.bytes));
  }
  line("created", displayable(manifest.created));
  line("changed", displayable(manifest.changed) + ", by Warraq " + displayable(manifest.writer));
  line("format", std::to_string(manifest.format) + " (" + joined(manifest.features) +
                     "), generation " + std::to_string(manifest.generation));
  line("analysis", displayable(manifest.profile) + ", fingerprint " +
                       displayable(manifest.fingerprint) + ", ICU " + displayable(manifest.icu));
}

nlohmann::ordered_json databases_to_json(const ArchiveInfo& info) {
  auto databases = nlohmann::ordered_json::array();
  for (const DatabaseInfo& database : info.databases) {
    databases.push_back({{"folder", database.folder},
                         {"documents", database.documents},
                         {"superseded", database.superseded},
                         {"bytes", database.bytes}});
  }
  return databases;
}

void print_json(const std::filesystem::path& archive, const ArchiveInfo& info) {
  const archive::Manifest& manifest = info.manifest;
  nlohmann::ordered_json object = {
      {"version", kFormatVersion}, {"archive", archive.string()},
      {"articles", info.articles}, {"superseded", superseded(info)},
      {"bytes", info.bytes},       {"databases", databases_to_json(info)}};
  for (const auto& [name, count] : archive::kReadingCounts) {
    object[std::string(name)] = manifest.counts.*count;
  }
  object.update({{"charsets", manifest.charsets},
                 {"created", manifest.created},
                 {"changed", manifest.changed},
                 {"writer", manifest.writer},
                 {"format", manifest.format},
                 {"features", manifest.features},
                 {"generation", manifest.generation},
                 {"profile", manifest.profile},
                 {"fingerprint", manifest.fingerprint},
                 {"icu", manifest.icu}});
  std::cout << object.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

}  // namespace

int run_info(const std::vector<std::string>& arguments) {
  po::options_description options;
  warraq::cli::add_archive_option(options);
  options.add_options()("format",
                        po::value<std::string>()->value_name("FORMAT")->default_value("human"),
                        "human or json");
  const auto parsed = warraq::cli::parse_options(
      arguments, options, "warraq-indexer info -a DIR [--format human|json]",
      "What an archive is made of, what was counted while it was made, and by which version.\n"
      "warraq-searcher info tells of its sources, categories and dates.");
  if (parsed.help_shown) return kExitDone;
  require_no_arguments(parsed.positional);
  const auto& format = parsed.values["format"].as<std::string>();
  if (format != "human" && format != "json")
    warraq::cli::refuse_value("--format", format, "human or json");
  const std::filesystem::path archive = warraq::cli::archive_path(parsed.values);
  (format == "json" ? print_json : print_human)(archive, info(archive));
  return kExitDone;
}

}  // namespace warraq::indexer::cli
