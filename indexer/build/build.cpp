#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "indexer/archive/layout.h"
#include "indexer/archive/live.h"
#include "indexer/archive/manifest_file.h"
#include "indexer/archive/open_archive.h"
#include "indexer/build/batches.h"
#include "indexer/build/count_duplicates.h"
#include "indexer/build/make_shard.h"
#include "indexer/run/stopped.h"
#include "indexer/write/archive_folder.h"
#include "indexer/write/derive_files.h"
#include "indexer/write/errors.h"
#include "indexer/write/furniture_file.h"
#include "indexer/write/merge.h"
#include "indexer/write/publish.h"
#include "indexer/write/writer_lock.h"
#include "warraq/analyzers/direction.h"
#include "warraq/error.h"
#include "warraq/indexer/indexer.h"

namespace warraq::indexer {
namespace {

namespace fs = std::filesystem;

std::string named(const fs::path& archive) { return analyzers::isolate(archive.string()); }

// The manifest of the archive that stands there, where there is one that can be read.
std::optional<archive::Manifest> manifest_before(const fs::path& archive) {
  try {
    return archive::read_manifest(archive);
  } catch (const Error&) {
    return std::nullopt;
  }
}

bool is_database_folder(const std::string& name) {
  return name == archive::kShardsFolder || name == archive::kLiveFolder;
}

// Whether the folder holds what no build can have left there.
bool has_foreign_files(const fs::path& folder) {
  const bool was_ours = fs::exists(folder / archive::kLockFile);
  const auto is_ours = [&](const fs::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    const bool of_an_archive =
        is_database_folder(name) || name == std::string(archive::kManifestFile) + ".new" ||
        name == archive::kFurnitureFile || name == std::string(archive::kFurnitureFile) + ".new" ||
        name == archive::kWorkFolder || name == archive::kRemovedFolder;
    return name == archive::kLockFile || (was_ours && of_an_archive);
  };
  return !std::all_of(fs::directory_iterator(folder), fs::directory_iterator(), is_ours);
}

// Databases that no archive.json speaks of: of an archive that lost it, or of a build that died in
// its last step.
bool has_databases(const fs::path& folder) {
  return std::any_of(fs::directory_iterator(folder), fs::directory_iterator(),
                     [](const fs::directory_entry& entry) {
                       return is_database_folder(entry.path().filename().string()) &&
                              !fs::is_empty(entry.path());
                     });
}

void require_place(const fs::path& archive, bool force) {
  if (!fs::exists(archive)) return;
  if (!fs::is_directory(archive)) {
    throw Error(ErrorCode::usage, named(archive) + " is a file, and an archive is a folder",
                "name another place with -a");
  }
  if (fs::exists(archive / archive::kManifestFile)) {
    if (force) return;
    throw Error(ErrorCode::usage, "there is an archive at " + named(archive),
                "'warraq-indexer add' adds to it; build --force replaces it");
  }
  if (has_foreign_files(archive)) {
    throw Error(ErrorCode::usage, named(archive) + " holds other files and no archive",
                "name an empty folder, or one that does not exist yet");
  }
  if (!force && has_databases(archive)) {
    throw Error(ErrorCode::usage, named(archive) + " holds databases, and no archive.json",
                "put archive.json back from a copy; build --force replaces them all");
  }
}

/// Removes a folder that was made for nothing, and never one that holds an archive.
class MadeFolder {
 public:
  explicit MadeFolder(fs::path path) : path_(std::move(path)) {}
  MadeFolder(const MadeFolder&) = delete;
  MadeFolder& operator=(const MadeFolder&) = delete;
  ~MadeFolder() {
    std::error_code ignored;
    if (path_.empty() || fs::exists(path_ / archive::kManifestFile, ignored)) return;
    fs::remove_all(path_, ignored);
  }

 private:
  fs::path path_;
};

archive::Manifest next_manifest(const fs::path& archive,
                                const std::optional<archive::Manifest>& before,
                                std::string_view fingerprint) {
  archive::Manifest manifest = archive::new_manifest(fingerprint);
  const auto live = archive::live_generation(archive);
  // A live/ must not come back to life in the new archive: ours is a later generation than any it
  // may belong to, and where that cannot be told it goes.
  if (!before || !live) remove_live(archive);
  manifest.generation = std::max(before ? before->generation : 0, live.value_or(0)) + 1;
  return manifest;
}

// `inputs`: what ArticleSource takes.
RunResult build_archive(const fs::path& archive, auto& inputs, const RunOptions& options) {
  require_place(archive, options.force);
  const bool made_folder = fs::create_directory(archive);
  const WriterLock lock(archive);
  const MadeFolder folder(made_folder ? archive : fs::path());
  // Again, now that nobody else can change it.
  require_place(archive, options.force);
  const auto before = manifest_before(archive);

  const analyzers::Analyzer analyzer;
  ArticleSource source(inputs, options);
  RunResult result;
  try {
    const WorkFolder work(archive);
    const auto make_shard =
        options.builder == Builder::bulk ? make_shard_in_bulk : make_shard_through_xapian;
    if (const auto shard = make_shard(work.path(), source, analyzer, options)) {
      derive_files(shard->folder, wanted_jobs(options), options.stop, shard->groups);
      count_duplicates(shard->folder, source);
      archive::Manifest manifest = next_manifest(archive, before, analyzer.fingerprint());
      manifest.counts = source.counts();
      manifest.charsets = charsets_of(source.report());
      publish(archive, std::move(manifest), shard->folder);
      write_furniture(archive, source.furniture());
      result.articles_in_archive =
          archive::OpenArchive(archive, analyzer.fingerprint()).article_count();
    }
  } catch (const Stopped&) {
    result.stopped = true;
  }
  result.counts = source.counts();
  result.report = source.report();
  return result;
}

RunResult rehearse_build(auto& inputs, const RunOptions& options) {
  const analyzers::Analyzer analyzer;
  ArticleSource source(inputs, options);
  RunResult result;
  try {
    rehearse(source, analyzer, options);
  } catch (const Stopped&) {
    result.stopped = true;
  }
  result.counts = source.counts();
  result.report = source.report();
  return result;
}

RunResult build_of(const fs::path& archive, auto& inputs, const RunOptions& options) {
  return with_writing_errors(archive, [&] {
    return options.dry_run ? rehearse_build(inputs, options)
                           : build_archive(archive, inputs, options);
  });
}

}  // namespace

RunResult build(const fs::path& archive, const std::vector<std::string>& inputs,
                const RunOptions& options) {
  return build_of(archive, inputs, options);
}

RunResult build(const fs::path& archive, corpus::Reader& records, const RunOptions& options) {
  return build_of(archive, records, options);
}

}  // namespace warraq::indexer
