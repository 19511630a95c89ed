// The posting lists of a shard's frequent terms once more, in the form that ranking reads fastest.
#pragma once

#include <xapian.h>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "indexer/archive/bit_packing.h"
#include "indexer/archive/derived_file.h"

namespace warraq::archive {

inline constexpr std::string_view kPackedPostingsFile = "postings.warraq";
inline constexpr DerivedMagic kPackedPostingsMagic = {'w', 'a', 'r', 'r', 'a', 'q', ' ', 'p',
                                                      'o', 's', 't', 'i', 'n', 'g', 's', '1'};

/// Terms in fewer documents than this are not packed: the database's own lists do for them.
inline constexpr std::uint32_t kMinPackedDocuments = 64;

/// Some consecutive documents of a term. Of `Numbers` the first `size` count.
struct PostingBlock {
  std::size_t size = 0;
  alignas(16) Numbers documents;  ///< ascending
  alignas(16) Numbers wdf;
};

/// What of a block is wanted: without the wdf it is read in half the time.
enum class BlockPart { documents, all };

/// How a block of a list is found.
struct BlockEntry {
  std::uint32_t last_document = 0;
  std::uint32_t end = 0;  ///< of its bytes, counted from where the list's first block begins
};

/// A term's list, where it lies in the file; valid as long as the file is open.
class PackedList {
 public:
  PackedList(std::uint32_t documents, const char* entries, std::string_view bytes)
      : documents_(documents), entries_(entries), bytes_(bytes) {}

  [[nodiscard]] std::uint32_t documents() const { return documents_; }
  [[nodiscard]] std::size_t blocks() const {
    return (documents_ + kPackedNumbers - 1) / kPackedNumbers;
  }
  [[nodiscard]] BlockEntry entry(std::size_t block) const;
  /// Whatever the bytes are, nothing is read outside them. What comes out ascends from the last
  /// document of the block before; of a damaged block `size` is 0. Without the wdf, `out` keeps
  /// those it had.
  void read(std::size_t block, PostingBlock& out, BlockPart part = BlockPart::all) const;

 private:
  std::uint32_t documents_;
  const char* entries_;
  std::string_view bytes_;
};

/// By what a term is looked up: XXH3-64 of its bytes.
[[nodiscard]] std::uint64_t packed_term_hash(std::string_view term);

/// Where a term's list begins; they stand in the order of hashes.
struct PackedTerm {
  std::uint64_t hash;  ///< packed_term_hash()
  std::uint64_t begin;
  // clang-tidy 14 takes the 0 that a defaulted comparison is made of for a null pointer.
  auto operator<=>(const PackedTerm&) const = default;  // NOLINT(modernize-use-nullptr)
};

/// What the file's body ends with.
struct PackedPostingsContents {
  std::uint64_t lengths_begin = 0;
  std::uint64_t lengths = 0;  ///< 4 bytes each
  std::uint64_t terms_begin = 0;
  std::uint64_t terms = 0;  ///< a PackedTerm each
};

/// The file, mapped into memory. Immutable: any number of threads may read it.
class PackedPostings {
 public:
  /// As open_derived().
  [[nodiscard]] static std::shared_ptr<const PackedPostings> open(
      const std::filesystem::path& shard, const Xapian::Database& database);
  explicit PackedPostings(std::unique_ptr<const DerivedFile> file);

  /// Of each document its length, as ranking counts it, by its number; 0 where there is none.
  [[nodiscard]] std::span<const std::uint32_t> lengths() const { return lengths_; }
  [[nodiscard]] std::size_t terms() const { return terms_.size(); }
  /// Nothing for a term that is not packed, or one whose list is damaged.
  [[nodiscard]] std::optional<PackedList> find(std::string_view term) const;

 private:
  std::unique_ptr<const DerivedFile> file_;
  std::span<const std::uint32_t> lengths_;
  std::span<const PackedTerm> terms_;
};

}  // namespace warraq::archive
