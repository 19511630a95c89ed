// Writes a shard's packed postings (indexer/archive/packed_postings.h).
#pragma once

#include <xapian.h>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/bit_packing.h"
#include "indexer/archive/packed_postings.h"
#include "indexer/write/derived_file_writer.h"

namespace warraq::indexer {

/// Lengths first, then terms in any order. Holds one term's list in memory, and 16 bytes a packed
/// term. Used by one thread. Throws std::system_error naming the file.
class PackedPostingsWriter {
 public:
  /// Creates the file in the folder `shard`, which must have none.
  explicit PackedPostingsWriter(const std::filesystem::path& shard);

  /// In ascending order of `document`, from 1; those left out have none.
  void add_length(std::uint32_t document, std::uint32_t length);
  /// A term in `documents` documents, archive::kMinPackedDocuments or more.
  void begin_term(std::string_view term, std::uint32_t documents);
  /// In ascending order; `wdf` is at least 1.
  void add(std::uint32_t document, std::uint32_t wdf) {
    if (size_ == archive::kPackedNumbers) pack_block();
    documents_[size_] = document - last_ - 1;
    wdf_[size_] = wdf - 1;
    ++size_;
    last_ = document;
  }
  void end_term();
  /// `database` is what all of it came from. Synced.
  void finish(const Xapian::Database& database);

 private:
  void pack_block();
  void pack_rest();
  void end_block();

  DerivedFileWriter file_;
  archive::PackedPostingsContents contents_;

  std::vector<archive::PackedTerm> terms_;
  std::uint64_t hash_ = 0;
  std::uint32_t count_ = 0;  // the term's documents
  std::uint32_t last_ = 0;
  std::size_t size_ = 0;  // of the block
  archive::Numbers documents_{};
  archive::Numbers wdf_{};
  std::vector<archive::BlockEntry> entries_;
  std::string bytes_;
};

}  // namespace warraq::indexer
