// A table's key under construction.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/glass/encoding.h"

namespace warraq::glass {

/// The longest key that a table takes.
inline constexpr std::size_t kMaxKeyBytes = 255;

/// Bytes that sort as what they were made of. The part that many keys share is made once: append
/// the rest, use the key, truncate() back. What would make it longer than kMaxKeyBytes throws
/// std::length_error.
class Key {
 public:
  [[nodiscard]] std::string_view view() const { return {bytes_.data(), size_}; }
  [[nodiscard]] std::size_t size() const { return size_; }

  void truncate(std::size_t size) { size_ = size; }
  void append(std::string_view bytes);
  /// Every NUL followed by 0xff, so that the terminator sorts below whatever may follow it.
  void append_escaped(std::string_view text);
  void append_terminator() { append(std::string_view("\0", 1)); }
  /// As write_uint(): sorts by bytes, not by number.
  void append_uint(std::uint32_t value);
  /// As write_sortable_uint().
  void append_sortable_uint(std::uint32_t value) {
    const char* const end = write_sortable_uint(bytes_.data() + size_, value);
    size_ = static_cast<std::size_t>(end - bytes_.data());
    if (size_ > kMaxKeyBytes) throw_too_long();
  }

 private:
  [[noreturn]] static void throw_too_long();

  // Numbers are written before the length is looked at.
  std::array<char, kMaxKeyBytes + kMaxSortableUintBytes> bytes_{};
  std::size_t size_ = 0;
};

}  // namespace warraq::glass
