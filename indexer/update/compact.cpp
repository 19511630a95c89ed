#include <xapian.h>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/archive/columns.h"
#include "indexer/archive/duplicate_keys.h"
#include "indexer/archive/files.h"
#include "indexer/archive/front_coded_words.h"
#include "indexer/archive/layout.h"
#include "indexer/archive/live.h"
#include "indexer/archive/open_archive.h"
#include "indexer/archive/packed_postings.h"
#include "indexer/archive/places.h"
#include "indexer/archive/schema.h"
#include "indexer/run/stopped.h"
#include "indexer/update/opened_for_writing.h"
#include "indexer/update/vocabularies.h"
#include "indexer/write/archive_folder.h"
#include "indexer/write/delete_documents.h"
#include "indexer/write/derive_files.h"
#include "indexer/write/errors.h"
#include "indexer/write/merge.h"
#include "indexer/write/publish.h"
#include "indexer/write/vocabulary_file.h"
#include "warraq/indexer/indexer.h"

namespace warraq::indexer {
namespace {

namespace fs = std::filesystem;

using Documents = std::vector<Xapian::docid>;

// What live/ says about itself is no part of a shard; what its articles are stored with is.
void clear_metadata(const fs::path& folder) {
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  const std::vector<std::string> keys(database.metadata_keys_begin(), database.metadata_keys_end());
  for (const std::string& key : keys) {
    if (!key.starts_with(archive::metadata::kDictionaryPrefix)) database.set_metadata(key, "");
  }
  database.commit();
}

/// Gives for each database of an archive one of the same articles without what was superseded.
class Sources {
 public:
  Sources(const fs::path& archive, const archive::Manifest& manifest, fs::path work,
          std::stop_token stop)
      : work_(std::move(work)), stop_(std::move(stop)) {
    const fs::path live_folder = archive / archive::kLiveFolder;
    std::optional<Xapian::Database> live;
    if (fs::exists(live_folder)) live.emplace(live_folder.string());
    for (const std::string& shard : manifest.shards) {
      add_shard(archive / shard, live ? archive::superseded_of(*live, shard) : Documents());
    }
    if (live) add_live(live_folder);
  }

  [[nodiscard]] const std::vector<fs::path>& paths() const { return paths_; }
  /// The words of all of them, as runs in the work folder.
  [[nodiscard]] std::vector<fs::path> word_runs(const analyzers::Analyzer& analyzer) const {
    std::vector<fs::path> runs;
    for (std::size_t source = 0; source < paths_.size(); ++source) {
      const auto more = word_runs_of(originals_[source], paths_[source], work_,
                                     "words-" + std::to_string(source), analyzer, stop_);
      runs.insert(runs.end(), more.begin(), more.end());
    }
    return runs;
  }

 private:
  void add_shard(const fs::path& shard, const Documents& superseded) {
    originals_.push_back(shard);
    if (superseded.empty()) {
      paths_.push_back(shard);
    } else {
      add_copy(shard);
      delete_documents(paths_.back(), superseded);
    }
  }

  void add_live(const fs::path& live) {
    originals_.push_back(live);
    add_copy(live);
    clear_metadata(paths_.back());
  }

  void add_copy(const fs::path& database) {
    fs::path copy = work_ / ("copy-" + std::to_string(paths_.size()));
    merge_databases({database}, copy, Numbering::kept, stop_);
    paths_.push_back(std::move(copy));
  }

  fs::path work_;
  std::stop_token stop_;
  std::vector<fs::path> originals_;
  std::vector<fs::path> paths_;
};

std::uint64_t archive_bytes(const fs::path& archive) {
  return archive::bytes_on_disk(archive / archive::kShardsFolder) +
         archive::bytes_on_disk(archive / archive::kLiveFolder);
}

bool has_vocabulary(const fs::path& shard, const Xapian::Database& database) {
  const auto words = archive::FrontCodedWords::open(shard, database);
  return words != nullptr && words->is_whole();
}

bool has_derived_files(const fs::path& shard) {
  const Xapian::Database database(shard.string());
  return archive::PackedPostings::open(shard, database) != nullptr &&
         archive::Places::open(shard, database) != nullptr &&
         archive::DuplicateKeys::open(shard, database) != nullptr &&
         archive::Columns::open(shard, database) != nullptr && has_vocabulary(shard, database);
}

bool is_compact(const fs::path& archive, const archive::Manifest& manifest) {
  return manifest.shards.size() == 1 && !fs::exists(archive / archive::kLiveFolder) &&
         has_derived_files(archive / manifest.shards.front());
}

CompactResult compact_archive(const fs::path& archive, const std::stop_token& stop) {
  const OpenedForWriting opened(archive);
  CompactResult result;
  result.bytes_before = archive_bytes(archive);
  if (!is_compact(archive, opened.manifest())) {
    try {
      const WorkFolder work(archive);
      const Sources sources(archive, opened.manifest(), work.path(), stop);
      const fs::path shard = work.path() / "shard";
      merge_databases(sources.paths(), shard, Numbering::anew, stop);
      write_vocabulary(sources.word_runs(opened.analyzer()), shard, stop);
      derive_files(shard, 1, stop);
      archive::Manifest manifest = opened.manifest();
      ++manifest.generation;
      publish(archive, std::move(manifest), shard);
    } catch (const Stopped&) {
      result.stopped = true;
    }
  }
  result.bytes_after = archive_bytes(archive);
  result.articles = archive::OpenArchive(archive, opened.analyzer().fingerprint()).article_count();
  return result;
}

}  // namespace

CompactResult compact(const fs::path& archive, const std::stop_token& stop) {
  return with_writing_errors(archive, [&] { return compact_archive(archive, stop); });
}

}  // namespace warraq::indexer
