// One block of a table while it is filled, in the order of its keys.
#pragma once

#include <cstddef>
#include <cstring>

#include "indexer/glass/encoding.h"

namespace warraq::glass {

inline constexpr std::size_t kBlockBytes = 8192;
/// An item takes a quarter of a block at most: Xapian counts on it when it splits blocks later.
inline constexpr std::size_t kMaxItemBytes = 2043;
/// Of a leaf item: size and flags, length of the key.
inline constexpr std::size_t kItemHeaderBytes = 3;
/// The revision that every block and the version file of a new database bear.
inline constexpr unsigned kRevision = 1;

/// A directory of offsets grows from the block's beginning, the items from its end downwards.
class Block {
 public:
  /// Begins an empty block in `memory`, which has kBlockBytes and outlives it.
  void begin(char* memory) {
    memory_ = memory;
    directory_end_ = kHeaderBytes;
    items_begin_ = kBlockBytes;
  }

  [[nodiscard]] bool empty() const { return items_begin_ == kBlockBytes; }

  /// The bytes of the largest item that still fits.
  [[nodiscard]] std::size_t room() const {
    const std::size_t gap = items_begin_ - directory_end_;
    return gap < kOffsetBytes ? 0 : gap - kOffsetBytes;
  }

  /// Adds an item of `bytes`, at most room(), behind the others; it is to be written to what is
  /// returned.
  [[nodiscard]] char* append(std::size_t bytes) {
    items_begin_ -= bytes;
    write_big_endian_16(memory_ + directory_end_, items_begin_);
    directory_end_ += kOffsetBytes;
    return memory_ + items_begin_;
  }

  /// Writes the header, and zeros between directory and items: equal content makes equal bytes.
  void close(unsigned level) const {
    const std::size_t gap = items_begin_ - directory_end_;
    write_big_endian_32(memory_, kRevision);
    memory_[4] = static_cast<char>(level);
    write_big_endian_16(memory_ + 5, gap);  // the largest free piece
    write_big_endian_16(memory_ + 7, gap);  // and all that is free
    write_big_endian_16(memory_ + 9, directory_end_);
    std::memset(memory_ + directory_end_, 0, gap);
  }

 private:
  static constexpr std::size_t kHeaderBytes = 11;
  static constexpr std::size_t kOffsetBytes = 2;

  char* memory_ = nullptr;
  std::size_t directory_end_ = 0;
  std::size_t items_begin_ = 0;
};

}  // namespace warraq::glass
