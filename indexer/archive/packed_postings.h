// The posting lists of a shard's frequent terms once more, in the form that ranking reads fastest,
// and where its articles' streams of words lie: a file of our own beside the database's, derived
// from them. ARCHIVE.md has the layout.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "indexer/archive/bit_packing.h"

namespace warraq::archive {

inline constexpr std::string_view kPackedPostingsFile = "postings.warraq";

/// Terms in fewer documents than this are not packed: the database's own lists do for them.
inline constexpr std::uint32_t kMinPackedDocuments = 64;

/// Some consecutive documents of a term. Of `Numbers` the first `size` count.
struct PostingBlock {
  std::size_t size = 0;
  alignas(16) Numbers documents;  ///< ascending
  alignas(16) Numbers wdf;
};

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
  /// document of the block before; of a damaged block `size` is 0.
  void read(std::size_t block, PostingBlock& out) const;

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
  auto operator<=>(const PackedTerm&) const = default;
};

/// Where a document's stream of words lies in the database's file; of size 0 where it lies in
/// pieces, or there is none.
class StreamPlace {
 public:
  static constexpr std::uint64_t kMaxBegin = (std::uint64_t{1} << 40) - 1;
  static constexpr std::uint64_t kMaxSize = (std::uint64_t{1} << 24) - 1;

  StreamPlace() = default;
  StreamPlace(std::uint64_t begin, std::uint64_t size) : bits_(begin << 24U | size) {}
  [[nodiscard]] std::uint64_t begin() const { return bits_ >> 24U; }
  [[nodiscard]] std::uint64_t size() const { return bits_ & kMaxSize; }

 private:
  std::uint64_t bits_ = 0;
};

/// What stands at the end of the file.
struct PackedPostingsTrailer {
  std::uint64_t lengths_begin = 0;
  std::uint64_t lengths = 0;  ///< 4 bytes each
  std::uint64_t terms_begin = 0;
  std::uint64_t terms = 0;  ///< a PackedTerm each
  std::uint64_t streams_begin = 0;
  std::uint64_t streams = 0;            ///< a StreamPlace each
  std::array<char, 32> stream_file{};   ///< the name of the file that they lie in
  std::uint64_t database_revision = 0;  ///< of another one, nothing here holds
  std::array<char, 40> uuid{};          ///< the database's
  std::array<char, 16> magic{};
};
inline constexpr std::array<char, 16> kPackedPostingsMagic = {
    'w', 'a', 'r', 'r', 'a', 'q', ' ', 'p', 'o', 's', 't', 'i', 'n', 'g', 's', '1'};

/// The file, mapped into memory. Immutable: any number of threads may read it.
class PackedPostings {
 public:
  /// Nothing where there is no such file in the folder `shard`, or it was made for another state of
  /// the database than this one. Throws Xapian::DatabaseCorruptError where it is damaged, and
  /// Xapian::DatabaseOpeningError.
  [[nodiscard]] static std::shared_ptr<const PackedPostings> open(
      const std::filesystem::path& shard, std::string_view uuid, std::uint64_t revision);
  ~PackedPostings();

  /// Of each document its length, as ranking counts it, by its number; 0 where there is none.
  [[nodiscard]] std::span<const std::uint32_t> lengths() const { return lengths_; }
  [[nodiscard]] std::size_t terms() const { return terms_.size(); }
  /// Nothing for a term that is not packed, or one whose list is damaged.
  [[nodiscard]] std::optional<PackedList> find(std::string_view term) const;
  /// The document's stream of words, where it lies in one piece; else empty.
  [[nodiscard]] std::string_view stream(std::uint32_t document) const;

 private:
  struct File;
  PackedPostings(std::unique_ptr<File> file, const PackedPostingsTrailer& trailer,
                 const std::filesystem::path& path);

  std::unique_ptr<File> file_;
  std::unique_ptr<File> stream_file_;
  std::string_view lists_;
  std::span<const std::uint32_t> lengths_;
  std::span<const PackedTerm> terms_;
  std::span<const StreamPlace> streams_;
};

}  // namespace warraq::archive
