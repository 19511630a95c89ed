// Which group of near duplicates an addition joins.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/duplicate_keys.h"
#include "indexer/archive/places.h"
#include "indexer/duplicates/sketch.h"
#include "indexer/update/superseded_list.h"

namespace warraq::indexer {

/// A shard of an archive that is being changed. The files are null where they cannot be used.
struct StandingShard {
  std::string name;
  Xapian::Database database;
  SupersededList superseded;
  std::shared_ptr<const archive::DuplicateKeys> keys;
  std::shared_ptr<const archive::Places> places;
};

/// Where an addition belongs.
struct AdditionGroup {
  std::uint64_t name = 0;
  bool joined = false;  ///< because the addition is like another article
};

/// Compares additions with the current articles of the shards and of live/, those among them that
/// were added a moment ago. In a shard without its file of keys nothing is found. Not thread-safe.
/// Throws what Xapian throws.
class DuplicateSearch {
 public:
  /// Both must outlive it.
  DuplicateSearch(const std::vector<StandingShard>& shards, Xapian::WritableDatabase& live)
      : shards_(shards), live_(live) {}

  /// The group of an article with this stream of words, of which `sketch` was made: of the version
  /// that it is to replace, where that is a near duplicate of it, else of the article that is most
  /// like it. Where it is like none, one that it begins: nobody's, even if an earlier version of it
  /// began another. Asked before the version is superseded.
  [[nodiscard]] AdditionGroup group_for(const Sketch& sketch, const std::string& id_term,
                                        std::string_view words);
  /// Lets later additions be compared with this one, now a document of live/.
  void remember(const Sketch& sketch, Xapian::docid document);
  /// Before live/ is committed: writes what was remembered into its metadata, for additions of
  /// later runs.
  void write();

 private:
  /// The article that is most like the one searched for, so far.
  struct Best {
    double overlap = kLeastOverlap;
    std::optional<Xapian::Document> document;
  };
  /// One of the databases and what is compared of it.
  struct Searched {
    const Xapian::Database& database;
    const StandingShard* shard;            ///< null: live/
    std::vector<Xapian::docid> documents;  ///< ascending
    std::optional<Xapian::docid> replaced;
    bool has_version = false;  ///< of the article: `replaced`, or a superseded one
  };

  [[nodiscard]] Searched search_shard(const StandingShard& shard, const Sketch& sketch,
                                      const std::string& id_term) const;
  [[nodiscard]] Searched search_live(const Sketch& sketch, const std::string& id_term);
  /// The documents of live/ with this key.
  [[nodiscard]] std::vector<Xapian::docid>& live_documents(std::uint32_t key);

  const std::vector<StandingShard>& shards_;
  Xapian::WritableDatabase& live_;
  /// By key, those asked for since the last write(): a table is written fastest in the order of its
  /// keys.
  std::map<std::uint32_t, std::vector<Xapian::docid>> live_documents_;
};

}  // namespace warraq::indexer
