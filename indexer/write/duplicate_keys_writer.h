// Writes the file of near duplicates' keys (indexer/archive/duplicate_keys.h).
#pragma once

#include <xapian.h>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "indexer/archive/duplicate_keys.h"
#include "indexer/write/derived_file_writer.h"

namespace warraq::indexer {

/// Used by one thread. Memory: 16 bytes for 128 keys.
class DuplicateKeysWriter {
 public:
  explicit DuplicateKeysWriter(const std::filesystem::path& shard)
      : file_(shard / archive::kDuplicateKeysFile) {}

  /// In order of key, then of document.
  void add(std::uint32_t key, std::uint32_t document);
  /// `database` is what the documents are of.
  void finish(const Xapian::Database& database);

 private:
  void pack_block();

  DerivedFileWriter file_;
  std::vector<archive::DuplicateKeyBlock> blocks_;
  archive::DuplicateKeyBlock block_;
  std::uint32_t last_key_ = 0;
  archive::Numbers keys_{};
  archive::Numbers documents_{};
  std::vector<char> bytes_;
};

}  // namespace warraq::indexer
