// A vocabulary as it lies in a shard's file and in the metadata of live/. ARCHIVE.md has the
// layout.
#pragma once

#include <xapian.h>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/archive/derived_file.h"
#include "indexer/archive/vocabulary.h"

namespace warraq::archive {

inline constexpr std::string_view kVocabularyFile = "vocabulary.warraq";
inline constexpr DerivedMagic kVocabularyMagic = {'w', 'a', 'r', 'r', 'a', 'q', ' ', 'w',
                                                  'o', 'r', 'd', 's', ' ', ' ', ' ', '1'};

/// Words that are coded one after the other; the next block begins anew.
inline constexpr std::size_t kWordsInBlock = 32;
/// Buckets of marks whose first entry is told; the others' follows from how many they have.
inline constexpr std::size_t kBucketsInGroup = 64;

/// What the bytes end with.
struct VocabularyContents {
  std::uint64_t words = 0;
  std::uint64_t checksum = 0;      ///< XXH3-64 of all that comes before
  std::uint64_t blocks_begin = 0;  ///< where the table of blocks begins: the words' end
  std::uint64_t marks_begin = 0;   ///< where the index by mark begins: that table's end
  std::uint64_t mark_entries = 0;
  std::uint8_t bucket_bits = 0;  ///< the buckets are 2 to this: a mark's highest bits tell it
  std::uint8_t count_bits = 0;   ///< the width of a bucket's number of entries
  std::uint8_t block_bits = 0;   ///< the width of an entry, a block's number
  std::array<std::uint8_t, 5> unused{};
};
static_assert(sizeof(VocabularyContents) == 48);

/// Where the parts of the index by mark lie, from its beginning.
struct MarkIndexLayout {
  std::size_t counts = 0;
  std::size_t entries = 0;
  std::size_t end = 0;
};
[[nodiscard]] MarkIndexLayout mark_index_layout(const VocabularyContents& contents);

/// Numbers of `bits` (32 at most) packed one after the other, the lowest bit first; seven bytes may
/// be read behind the last.
inline constexpr std::size_t kPackedSlack = 7;
[[nodiscard]] std::uint32_t packed_number(const char* packed, std::uint64_t index, unsigned bits);

/// Reads the words of a block. The views of word() are valid until the next word is read.
class BlockWords {
 public:
  /// `bytes` is all of a block.
  void begin(std::string_view bytes) {
    left_ = bytes;
    size_ = 0;
    is_arabic_ = true;
  }
  /// False at the end, and where the bytes make no sense.
  [[nodiscard]] bool next();
  [[nodiscard]] const VocabularyWord& word() const { return word_; }

 private:
  [[nodiscard]] std::optional<std::size_t> take_length(std::uint8_t nibble);
  [[nodiscard]] std::optional<std::size_t> bytes_of(std::size_t letters, bool raw) const;
  [[nodiscard]] bool take_exact(bool raw);
  void reserve(std::size_t bytes);

  std::string_view left_;
  std::string normalised_;  ///< the buffer; the word takes size_ of it
  std::size_t size_ = 0;
  bool is_arabic_ = true;  ///< every letter takes two bytes
  std::string exact_;
  VocabularyWord word_;
};

/// Immutable.
class FrontCodedWords final : public Vocabulary {
 public:
  /// Of the file in the folder `shard`; as open_derived().
  [[nodiscard]] static std::shared_ptr<const FrontCodedWords> open(
      const std::filesystem::path& shard, const Xapian::Database& database);
  explicit FrontCodedWords(std::unique_ptr<const DerivedFile> file);
  /// Of bytes that end with VocabularyContents. Throws Xapian::DatabaseCorruptError.
  explicit FrontCodedWords(std::string bytes);
  /// Of bytes that may be damaged: null where they do not make sense.
  [[nodiscard]] static std::shared_ptr<const FrontCodedWords> of_bytes(std::string bytes);

  [[nodiscard]] std::uint64_t size() const { return contents_.words; }
  /// Whether all bytes are as they were written: reads them all.
  [[nodiscard]] bool is_whole() const;

  void for_each(std::string_view prefix, const Take& take) const override;
  void find(std::string_view normalised, const Take& take) const override;
  void with_mark(std::uint16_t mark, const Take& take) const override;
  [[nodiscard]] std::unique_ptr<WordCursor> words(std::string_view from) const override;

 private:
  class Cursor;

  [[nodiscard]] bool read(std::string_view bytes);
  [[nodiscard]] std::size_t blocks() const { return blocks_; }
  [[nodiscard]] std::string_view block(std::size_t number) const;
  /// The last block that may hold words before `normalised` or this itself; 0 where there is none.
  [[nodiscard]] std::size_t block_before(std::string_view normalised) const;

  std::unique_ptr<const DerivedFile> file_;
  std::string owned_;
  std::string_view bytes_;
  VocabularyContents contents_;
  std::size_t blocks_ = 0;
  MarkIndexLayout marks_;
};

}  // namespace warraq::archive
