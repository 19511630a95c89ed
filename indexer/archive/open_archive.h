// An archive opened for reading: shards first, live/ last, as one Xapian database.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/archive/columns.h"
#include "indexer/archive/combined.h"
#include "indexer/archive/files.h"
#include "indexer/archive/packed_postings.h"
#include "indexer/archive/places.h"
#include "indexer/archive/stored_text.h"
#include "indexer/archive/vocabulary.h"
#include "warraq/archive/manifest.h"

namespace warraq::archive {

/// Which documents of the shards another version in live/ took the place of, or a deletion removed.
/// Sorted document numbers for each shard, in the manifest's order.
using SupersededDocuments = std::vector<std::vector<Xapian::docid>>;

/// One of an archive's databases, as it was when it was opened.
struct OpenedDatabase {
  std::string folder;  ///< relative to the archive
  std::uint64_t documents = 0;
  Xapian::Database database;
  // Null where there is none, or one of another state; of live/ always.
  std::shared_ptr<const PackedPostings> packed;
  std::shared_ptr<const Places> places;
  /// Null where there is none, or one of another state: of live/ only where its articles came by
  /// other means.
  std::shared_ptr<const Vocabulary> vocabulary;
  std::filesystem::path shard;  ///< where columns may be mapped from; empty: of live/

  /// Opened when first asked for, and then kept; copies made before do not share them.
  [[nodiscard]] const Columns& columns() const;
  mutable std::shared_ptr<const Columns> opened_columns;
};

/// One consistent state of an archive. Not thread-safe (no Xapian object is); one for each thread.
class OpenArchive {
 public:
  /// Reads the manifest, opens the shards and then live/, and starts over if the manifest moved
  /// meanwhile. Throws Error: no_archive, incompatible (features, profile, fingerprint), io.
  OpenArchive(std::filesystem::path path, std::string_view fingerprint);

  /// Whether nothing was committed since it was opened: for some microseconds, where opening takes
  /// hundreds. False too where that cannot be told.
  [[nodiscard]] bool is_latest();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] const Manifest& manifest() const { return manifest_; }
  /// All databases as one. Documents that were superseded are still in it: ask is_superseded().
  [[nodiscard]] const Xapian::Database& database() const { return database_; }
  [[nodiscard]] bool has_superseded() const;
  [[nodiscard]] const SupersededDocuments& superseded() const { return superseded_; }
  /// Where a document of database() stands among databases().
  [[nodiscard]] DocumentPlace place_of(Xapian::docid document) const {
    return place_among(databases_.size(), document);
  }
  /// Which of databases() `database` is. Throws Xapian::DatabaseCorruptError where it is none.
  [[nodiscard]] std::size_t index_of(const Xapian::Database& database) const;
  /// The stream of words of a document; empty where there is none. Valid as long as `storage`, and
  /// what is open, are left alone.
  [[nodiscard]] std::string_view word_stream(const DocumentPlace& place,
                                             std::string& storage) const;
  /// Those of one of databases(), sorted.
  [[nodiscard]] std::span<const Xapian::docid> superseded_in(std::size_t database) const;
  /// What database() is made of, in its order: the shards, then live/ where it counts.
  [[nodiscard]] const std::vector<OpenedDatabase>& databases() const { return databases_; }
  /// Whether live/ is the last of them.
  [[nodiscard]] bool has_live() const { return databases_.size() > manifest_.shards.size(); }
  /// `document` is a number in database().
  [[nodiscard]] bool is_superseded(Xapian::docid document) const;
  /// How many of the `documents` of one database, counted from 0 in search order, are current.
  [[nodiscard]] Xapian::doccount current_documents(std::size_t database,
                                                   Xapian::doccount documents) const;
  /// Articles, each id counted once.
  [[nodiscard]] std::uint64_t article_count() const;
  /// How many documents of database() hold `term`, superseded ones included.
  [[nodiscard]] Xapian::doccount term_frequency(const std::string& term) const;
  /// The document of the article called `id`, if there is one.
  [[nodiscard]] std::optional<Xapian::docid> find(std::string_view id) const;
  /// Where `document` of database() lies, for messages: "live, document 7".
  [[nodiscard]] std::string describe(Xapian::docid document) const;
  /// What reads the documents' data, with the dictionaries of all databases.
  [[nodiscard]] const StoredTextReader& texts() const { return texts_; }
  /// The article stored as `document`, a number in database(), as it was given. Throws what Xapian
  /// throws, and Xapian::DatabaseCorruptError where what is stored cannot be read.
  [[nodiscard]] std::string stored_json(Xapian::docid document) const;

 private:
  [[nodiscard]] bool try_open(std::string_view fingerprint);
  [[nodiscard]] bool try_open_live();
  void add_database(OpenedDatabase database);

  std::filesystem::path path_;
  FileMark manifest_mark_;
  FileMark live_mark_;
  Manifest manifest_;
  Xapian::Database database_;
  std::vector<OpenedDatabase> databases_;
  SupersededDocuments superseded_;
  StoredTextReader texts_;
  /// live/ once more, to be moved on to its latest revision while database() stays where it is.
  Xapian::Database live_watch_;
};

/// Throws what is being handled, an exception of Xapian's, as our Error: for with_xapian_errors().
[[noreturn]] void rethrow_as_error(const std::filesystem::path& archive);

/// Turns what Xapian throws into our Error, keeping the message: DatabaseLockError → locked,
/// corrupt and missing databases → no_archive, what the system refused and the rest → io, version →
/// incompatible. Xapian::DatabaseModifiedError passes through: the caller reopens and tries again.
template <typename Action>
decltype(auto) with_xapian_errors(const std::filesystem::path& archive, Action&& action) {
  try {
    return std::forward<Action>(action)();
  } catch (const Xapian::DatabaseModifiedError&) {
    throw;
  } catch (const Xapian::Error&) {
    rethrow_as_error(archive);
  }
}

}  // namespace warraq::archive
