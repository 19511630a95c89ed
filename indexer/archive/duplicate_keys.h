// Which documents of a shard have a key of near duplicates: what an addition is compared with is
// found here (indexer/duplicates/sketch.h has what keys are).
#pragma once

#include <xapian.h>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/bit_packing.h"
#include "indexer/archive/derived_file.h"

namespace warraq::archive {

inline constexpr std::string_view kDuplicateKeysFile = "duplicates.warraq";
inline constexpr DerivedMagic kDuplicateKeysMagic = {'w', 'a', 'r', 'r', 'a', 'q', ' ', 'd',
                                                     'u', 'p', 'k', 'e', 'y', 's', ' ', '1'};

/// Up to 128 keys with their documents, in order of key and then of document: the distances from
/// key to key, the first of them 0, and the documents, both packed.
struct DuplicateKeyBlock {
  std::uint64_t begin = 0;  ///< where its numbers lie
  std::uint32_t first_key = 0;
  std::uint16_t size = 0;
  std::uint8_t key_bits = 0;
  std::uint8_t document_bits = 0;
};
static_assert(sizeof(DuplicateKeyBlock) == 16);

/// What the file's body ends with.
struct DuplicateKeysContents {
  std::uint64_t blocks_begin = 0;
  std::uint64_t blocks = 0;
};

/// The file, mapped. Whatever its bytes are, nothing is read outside it. Immutable: any number of
/// threads may read it.
class DuplicateKeys {
 public:
  /// As open_derived().
  [[nodiscard]] static std::shared_ptr<const DuplicateKeys> open(const std::filesystem::path& shard,
                                                                 const Xapian::Database& database);
  explicit DuplicateKeys(std::unique_ptr<const DerivedFile> file);

  /// The last `most` documents with this key, the last one first. They may be any numbers where the
  /// file is damaged.
  [[nodiscard]] std::vector<std::uint32_t> last_with(std::uint32_t key, std::size_t most) const;

  /// Calls `take(key, document)` for all, in their order.
  template <typename Take>
  void for_each(Take take) const {
    Unpacked block;
    for (const DuplicateKeyBlock& at : blocks_) {
      unpack(at, block);
      for (std::size_t i = 0; i < block.size; ++i) take(block.keys[i], block.documents[i]);
    }
  }

 private:
  struct Unpacked {
    std::size_t size = 0;  ///< 0 for what is damaged
    Numbers keys;
    Numbers documents;
  };

  void unpack(const DuplicateKeyBlock& block, Unpacked& out) const;

  std::unique_ptr<const DerivedFile> file_;
  std::span<const DuplicateKeyBlock> blocks_;
};

/// The documents of live/ that have one key, in the order they came, as its metadata holds them
/// (duplicates_key()): four bytes each, the lowest first.
[[nodiscard]] std::string encode_key_documents(const std::vector<Xapian::docid>& documents);
[[nodiscard]] std::vector<Xapian::docid> decode_key_documents(std::string_view bytes);

}  // namespace warraq::archive
