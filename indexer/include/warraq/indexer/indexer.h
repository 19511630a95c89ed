// Making, changing and inspecting archives. Every function but info() holds the archive's writer
// lock while it runs. Any number of threads may call them; of those that write to one archive at
// the same time, one does, and the others throw Error(locked).
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "warraq/archive/manifest.h"
#include "warraq/corpus/reader.h"
#include "warraq/export.h"
#include "warraq/indexer/ingest_report.h"

namespace warraq::indexer {

enum class OnError { skip, stop };

/// How build writes databases. Both give the same articles, terms, values and numbers.
enum class Builder {
  bulk,   ///< inverted in memory, each table written once
  xapian  ///< by Xapian's own writer and compactor: slower, to compare with
};

/// Where a run stands; handed to the caller about ten times a second.
struct Progress {
  archive::ReadingCounts counts;
  corpus::ReadProgress input;
  bool finishing = false;  ///< all input read; databases being merged
};

/// What a reader should know of an article that was taken all the same.
struct Notice {
  enum class Kind {
    invalid_utf8,  ///< sequences of its text were replaced by U+FFFD
    repeated_id  ///< it took the place of an earlier article of this run (of the first million ids)
  };
  Kind kind = Kind::invalid_utf8;
  corpus::Origin origin;
  std::string id;
  std::size_t replaced_sequences = 0;
};

struct RunOptions {
  corpus::ReadOptions read;
  unsigned jobs = 0;                                  ///< threads; 0: as many as the machine has
  std::size_t memory_bytes = std::size_t{512} << 20;  ///< what buffers may hold, roughly
  OnError on_error = OnError::skip;
  Builder builder = Builder::bulk;  ///< build alone
  bool force = false;               ///< build: replace an archive that exists
  bool dry_run = false;             ///< read and analyse, write nothing
  /// Whether lines that a source repeats are kept out of the index (warraq/corpus/furniture.h).
  bool find_furniture = true;
  std::function<void(const corpus::Rejection&)> on_rejection;  ///< called from one thread at a time
  std::function<void(const Notice&)> on_notice;                ///< likewise
  std::function<void(const Progress&)> on_progress;            ///< likewise
  /// Asked to stop, a run leaves the archive as it was (build: none, or the one that --force would
  /// have replaced; add: what was committed) and says so by RunResult::stopped.
  std::stop_token stop;
};

struct RunResult {
  archive::ReadingCounts counts;
  IngestReport report;
  std::uint64_t articles_in_archive = 0;
  bool stopped = false;
};

/// Reads `inputs` into a new archive, switched in atomically when it is whole. Throws Error: usage
/// (an archive exists and no force), locked, io (a full disk included).
WARRAQ_EXPORT RunResult build(const std::filesystem::path& archive,
                              const std::vector<std::string>& inputs, const RunOptions& options);
/// The same of records that come from no file (warraq/corpus/given_articles.h): of `options.read`
/// nothing counts, no progress of reading is known, and the report names no inputs and formats.
WARRAQ_EXPORT RunResult build(const std::filesystem::path& archive, corpus::Reader& records,
                              const RunOptions& options);

/// Adds or replaces articles in an archive, through live/. What a commit acknowledged stays. Throws
/// Error: no_archive, incompatible, locked, io.
WARRAQ_EXPORT RunResult add(const std::filesystem::path& archive,
                            const std::vector<std::string>& inputs, const RunOptions& options);
WARRAQ_EXPORT RunResult add(const std::filesystem::path& archive, corpus::Reader& records,
                            const RunOptions& options);

struct DeleteResult {
  std::uint64_t deleted = 0;
  std::vector<std::string> not_found;
};
/// Takes articles out, through live/. Throws as add().
WARRAQ_EXPORT DeleteResult remove(const std::filesystem::path& archive,
                                  const std::vector<std::string>& ids);

/// Folds live/ into the shards and drops what was superseded; readers see the old or the new. Asked
/// to stop, leaves the archive as it was. Throws as add().
struct CompactResult {
  std::uint64_t articles = 0;
  std::uint64_t bytes_before = 0;
  std::uint64_t bytes_after = 0;
  bool stopped = false;
};
WARRAQ_EXPORT CompactResult compact(const std::filesystem::path& archive,
                                    const std::stop_token& stop);

/// Everything that is wrong with an archive, in words; empty when nothing is. Runs Xapian's checker
/// on every database, and compares ids, stored articles, slots and the superseded list. Throws
/// Error: no_archive, incompatible, locked, io.
struct CheckResult {
  std::vector<std::string> problems;
  std::vector<std::string> advice;  ///< what is whole, and would be better otherwise
  std::uint64_t articles = 0;
  std::uint64_t databases = 0;
};
WARRAQ_EXPORT CheckResult check(const std::filesystem::path& archive);

/// What an archive is made of.
struct DatabaseInfo {
  std::string folder;  ///< relative to the archive
  std::uint64_t documents = 0;
  std::uint64_t superseded = 0;  ///< of them, waiting for compact
  std::uint64_t bytes = 0;
};
struct ArchiveInfo {
  archive::Manifest manifest;
  std::vector<DatabaseInfo> databases;  ///< shards first, then live/ where there is one
  std::uint64_t articles = 0;
  std::uint64_t bytes = 0;  ///< on disk, all files
};
/// Only reads: needs no lock, and sees one consistent state beside a writer. Throws Error:
/// no_archive, incompatible, io.
WARRAQ_EXPORT ArchiveInfo info(const std::filesystem::path& archive);

}  // namespace warraq::indexer
