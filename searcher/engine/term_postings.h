// A term's documents in one database, a block at a time: from the packed postings, or from the
// database's own list where it has none.
#pragma once

#include <xapian.h>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "indexer/archive/open_archive.h"
#include "indexer/archive/packed_postings.h"
#include "searcher/engine/document_set.h"

namespace warraq::searcher {

/// Consecutive documents with what ranking wants to know of each.
struct ScoredBlock : archive::PostingBlock {
  alignas(16) archive::Numbers lengths;  ///< of the documents, as ranking counts it
};

/// Used by one thread; the database must stay open.
class TermPostings {
 public:
  /// Where only the documents are wanted, blocks have neither wdf nor lengths. Throws what Xapian
  /// throws.
  TermPostings(const archive::OpenedDatabase& database, const std::string& term,
               archive::BlockPart part = archive::BlockPart::all);

  [[nodiscard]] Xapian::doccount documents() const { return documents_; }

  /// The first document that was not passed yet; kEnd after the last. Only ever grows.
  [[nodiscard]] std::uint32_t document() const { return document_; }
  static constexpr std::uint32_t kEnd = UINT32_MAX;

  /// Calls `take(block, from, to)` with what comes before document number `end`, and passes it.
  template <typename Take>
  void take_before(std::uint32_t end, Take take) {
    while (document_ < end) {
      const std::size_t from = at_;
      at_ = place_of(end);
      take(*block_, from, at_);
      settle();
    }
  }

  /// Passes what comes before document number `document`, reading no more blocks than it must.
  void skip_to(std::uint32_t document);

 private:
  [[nodiscard]] std::size_t place_of(std::uint32_t document) const;
  void settle();
  void read_block();
  void read_packed();
  void read_own();
  void go_on_in_database();

  archive::BlockPart part_;
  Xapian::doccount documents_ = 0;
  const archive::OpenedDatabase* database_;
  std::string term_;
  std::span<const std::uint32_t> lengths_;   // empty: the database is asked
  std::optional<archive::PackedList> list_;  // else posting_ to end_
  std::size_t next_block_ = 0;
  Xapian::PostingIterator posting_;
  Xapian::PostingIterator end_;
  std::size_t at_ = 0;
  std::uint32_t document_ = 0;
  std::unique_ptr<ScoredBlock> block_;
};

/// Adds the term's documents. Throws what Xapian throws.
void add_documents(const archive::OpenedDatabase& database, const std::string& term,
                   DocumentSet& documents);

/// Those of `within` that have any of the terms: read no further than until all of them are found,
/// and with the most frequent terms first the quicker for that. Throws what Xapian throws.
[[nodiscard]] DocumentSet documents_with_any(const archive::OpenedDatabase& database,
                                             std::span<const std::string> terms,
                                             const DocumentSet& within);

}  // namespace warraq::searcher
