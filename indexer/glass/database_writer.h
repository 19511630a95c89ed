// A Xapian database in the glass format, written in bulk.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "indexer/glass/database_statistics.h"
#include "indexer/glass/document_writer.h"
#include "indexer/glass/position_writer.h"
#include "indexer/glass/postlist_writer.h"
#include "indexer/glass/table_writer.h"
#include "indexer/glass/value_writer.h"

namespace warraq::glass {

/// The file of a database that its values lie in, among others.
inline constexpr std::string_view kValuesFile = "postlist.glass";
/// The one with the documents' data.
inline constexpr std::string_view kDataFile = "docdata.glass";

struct DatabaseOptions {
  /// Tags longer than this are deflated, in bytes; 0: never. Xapian's own figure is 18. It stays
  /// with the database, for what Xapian writes to it later.
  std::uint32_t termlist_compress_min = 0;
  std::uint32_t docdata_compress_min = 0;
};

/// Writes one database. Order demanded: what goes to the postlist table goes there as metadata,
/// values, lengths, terms, each part as its writer says; positions and documents are tables of
/// their own and may be written before, between or after, or by other threads at the same time (one
/// thread a table). The caller's part is that all speak of the same documents; Xapian's checker
/// finds where they do not.
///
/// Until finish() has returned the folder is no database; one that was not finished is to be
/// removed. Throws what the writers throw.
class DatabaseWriter {
 public:
  /// `folder` is created where it does not exist, and must hold none of a database's files.
  explicit DatabaseWriter(std::filesystem::path folder, const DatabaseOptions& options = {});

  /// User metadata, keys in byte order, of 1 to 253 bytes. An empty value is not stored, as in
  /// Xapian.
  void add_metadata(std::string_view key, std::string_view value);
  [[nodiscard]] ValueWriter& values() { return values_; }
  [[nodiscard]] PostlistWriter& postlists() { return postlists_; }
  [[nodiscard]] PositionWriter& positions() { return positions_; }
  [[nodiscard]] DocumentWriter& documents() { return documents_; }

  /// All of it to the disk, the version file last. Returns what it says.
  DatabaseStatistics finish();

 private:
  std::filesystem::path folder_;
  TableWriter postlist_table_;
  TableWriter position_table_;
  TableWriter termlist_table_;
  TableWriter docdata_table_;
  ValueWriter values_;
  PostlistWriter postlists_;
  PositionWriter positions_;
  DocumentWriter documents_;
};

}  // namespace warraq::glass
