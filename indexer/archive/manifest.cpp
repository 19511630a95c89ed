#include "warraq/archive/manifest.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <system_error>

#include "indexer/archive/files.h"
#include "indexer/archive/layout.h"
#include "indexer/archive/manifest_file.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::archive {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxManifestBytes = std::size_t{16} << 20;
constexpr std::string_view kBuildHint = "make one with: warraq-indexer build -a DIR FILE…";
constexpr std::string_view kRebuildHint =
    "rebuild it from its sources (warraq-indexer build --force), or use the version that made it";

[[noreturn]] void unreadable(const std::filesystem::path& archive, const std::string& reason,
                             const std::string& hint =
                                 "put archive.json back from a copy, or rebuild the archive with "
                                 "build --force") {
  throw Error(ErrorCode::no_archive,
              "the archive " + analyzers::isolate(archive.string()) + " cannot be read: " +
                  std::string(kManifestFile) + ": " + analyzers::displayable(reason),
              hint);
}

nlohmann::ordered_json counts_to_json(const ReadingCounts& counts) {
  nlohmann::ordered_json object;
  for (const auto& [name, count] : kReadingCounts) object[std::string(name)] = counts.*count;
  return object;
}

ReadingCounts counts_from_json(const json& object) {
  ReadingCounts counts;
  for (const auto& [name, count] : kReadingCounts) {
    object.at(std::string(name)).get_to(counts.*count);
  }
  return counts;
}

std::string to_text(const Manifest& manifest) {
  const nlohmann::ordered_json object = {{"format", manifest.format},
                                         {"features", manifest.features},
                                         {"writer", manifest.writer},
                                         {"profile", manifest.profile},
                                         {"fingerprint", manifest.fingerprint},
                                         {"icu", manifest.icu},
                                         {"created", manifest.created},
                                         {"changed", manifest.changed},
                                         {"generation", manifest.generation},
                                         {"shards", manifest.shards},
                                         {"counts", counts_to_json(manifest.counts)},
                                         {"charsets", manifest.charsets}};
  return object.dump(2) + '\n';
}

// A manifest may come from anywhere: no entry may lead out of the archive.
void require_inside_archive(const std::string& shard) {
  const std::filesystem::path path(shard);
  const bool leads_out =
      path.is_absolute() || std::find(path.begin(), path.end(), "..") != path.end();
  if (shard.empty() || leads_out) throw std::runtime_error("a shard outside the archive: " + shard);
}

// Far from where the next ones would begin anew.
std::uint64_t generation_from(const json& value) {
  constexpr std::int64_t kMost = std::int64_t{1} << 53;
  const auto generation = value.get<std::int64_t>();
  if (generation < 1 || generation > kMost) {
    throw std::runtime_error("a generation of " + std::to_string(generation));
  }
  return static_cast<std::uint64_t>(generation);
}

Manifest from_json(const json& object) {
  Manifest manifest;
  object.at("format").get_to(manifest.format);
  object.at("features").get_to(manifest.features);
  object.at("writer").get_to(manifest.writer);
  object.at("profile").get_to(manifest.profile);
  object.at("fingerprint").get_to(manifest.fingerprint);
  object.at("icu").get_to(manifest.icu);
  object.at("created").get_to(manifest.created);
  object.at("changed").get_to(manifest.changed);
  manifest.generation = generation_from(object.at("generation"));
  object.at("shards").get_to(manifest.shards);
  std::for_each(manifest.shards.begin(), manifest.shards.end(), require_inside_archive);
  manifest.counts = counts_from_json(object.at("counts"));
  if (object.contains("charsets")) object.at("charsets").get_to(manifest.charsets);
  return manifest;
}

// Asked of the JSON itself: a later format may have other keys than the ones we would read.
void require_known(const std::filesystem::path& archive, const json& object) {
  const std::string writer = object.value("writer", "an unnamed version");
  const std::string begin = "the archive " + analyzers::isolate(archive.string()) +
                            " was made by Warraq " + analyzers::displayable(writer) + ", ";
  std::string hint = "use that version or a later one; this is " + std::string(version());
  const auto format = object.at("format").get<std::int64_t>();
  if (format != kFormatVersion) {
    if (format < kFormatVersion) hint = kRebuildHint;
    throw Error(ErrorCode::incompatible,
                begin + "in format " + std::to_string(format) + "; this version reads format " +
                    std::to_string(kFormatVersion),
                hint);
  }
  for (const auto& feature : object.at("features").get<std::vector<std::string>>()) {
    const auto& known = known_features();
    if (std::find(known.begin(), known.end(), feature) != known.end()) continue;
    throw Error(ErrorCode::incompatible,
                begin + "with the feature " + analyzers::isolate(feature) +
                    ", which this version does not know",
                hint);
  }
}

std::string read_text(const std::filesystem::path& archive) {
  try {
    return read_file(archive / kManifestFile, kMaxManifestBytes);
  } catch (const std::system_error& error) {
    const bool missing = error.code() == std::errc::no_such_file_or_directory ||
                         error.code() == std::errc::not_a_directory;
    if (error.code() == std::errc::permission_denied) {
      unreadable(archive, error.code().message(), std::string(kPermissionHint));
    }
    if (!missing) unreadable(archive, error.code().message());
    throw Error(ErrorCode::no_archive, "no archive at " + analyzers::isolate(archive.string()),
                std::string(kBuildHint));
  }
}

}  // namespace

std::string current_time() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return {text.data(), length};
}

const std::vector<std::string>& known_features() {
  // superseding: a document of live/ may take the place of one in a shard, which stays there.
  static const std::vector<std::string> features = {"superseding"};
  return features;
}

Manifest new_manifest(std::string_view fingerprint) {
  Manifest manifest;
  manifest.features = known_features();
  manifest.writer = version();
  manifest.profile = analyzers::Analyzer::kProfile;
  manifest.fingerprint = fingerprint;
  manifest.icu = analyzers::icu_version();
  manifest.created = current_time();
  manifest.changed = manifest.created;
  manifest.generation = 1;
  return manifest;
}

Manifest read_manifest(const std::filesystem::path& archive) {
  const std::string text = read_text(archive);
  try {
    const json object = json::parse(text);
    if (!object.is_object()) throw std::runtime_error("not a JSON object");
    require_known(archive, object);
    return from_json(object);
  } catch (const Error&) {
    throw;
  } catch (const json::exception&) {
    unreadable(archive, "it is cut off or not what Warraq writes there");
  } catch (const std::exception& error) {
    unreadable(archive, error.what());
  }
}

void require_same_analysis(const Manifest& manifest, std::string_view fingerprint) {
  if (manifest.profile != analyzers::Analyzer::kProfile) {
    throw Error(ErrorCode::incompatible,
                "the archive was made with the analysis " + analyzers::isolate(manifest.profile) +
                    " by Warraq " + analyzers::displayable(manifest.writer) +
                    "; this version has " + std::string(analyzers::Analyzer::kProfile),
                std::string(kRebuildHint));
  }
  if (manifest.fingerprint != fingerprint) {
    throw Error(ErrorCode::incompatible,
                "the archive's words were made by another analyser of the same name (its "
                "fingerprint is " +
                    analyzers::displayable(manifest.fingerprint) + ", with ICU " +
                    analyzers::displayable(manifest.icu) + "; ours is " + std::string(fingerprint) +
                    ", with ICU " + analyzers::icu_version() + ")",
                std::string(kRebuildHint));
  }
}

void write_manifest(const std::filesystem::path& archive, const Manifest& manifest) {
  Manifest written = manifest;
  written.writer = version();
  written.changed = current_time();
  write_file_atomically(archive / kManifestFile, to_text(written));
}

std::string_view version() { return WARRAQ_VERSION; }

}  // namespace warraq::archive
