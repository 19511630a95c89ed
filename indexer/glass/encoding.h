// How glass writes numbers and strings inside keys and tags. Source: Xapian 1.4, glass, format of
// 2016-03-14 (GLASS.md). The functions that take a pointer write there and return the end of what
// they wrote; the caller has made the room.
#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace warraq::glass {

/// What write_uint() may take for 64 bits, and for 32.
inline constexpr std::size_t kMaxUintBytes = 10;
inline constexpr std::size_t kMaxUint32Bytes = 5;
/// What write_sortable_uint() may take.
inline constexpr std::size_t kMaxSortableUintBytes = 5;

/// Seven bits a byte, the lowest first; the high bit says that more follow.
template <std::unsigned_integral Number>
inline char* write_uint(char* out, Number value) {
  while (value >= 0x80) {
    *out++ = static_cast<char>(static_cast<unsigned char>(value) | 0x80U);
    value = static_cast<Number>(value >> 7);
  }
  *out++ = static_cast<char>(value);
  return out;
}

/// Sorts as bytes the way the numbers sort, and never begins with 0xff: so it can stand behind an
/// escaped string.
inline char* write_sortable_uint(char* out, std::uint32_t value) {
  constexpr std::uint32_t kTwoBytes = 0x8000;
  if (value < kTwoBytes) {
    *out++ = static_cast<char>(value >> 8);
    *out++ = static_cast<char>(value);
    return out;
  }
  const unsigned length = (37U - static_cast<unsigned>(std::countl_zero(value))) / 7;
  const std::uint64_t ones = std::uint64_t{0xff} << (10 - length) & 0xff;
  const std::uint64_t marked = value | ones << (8 * (length - 1));
  for (unsigned i = length; i-- > 0;) *out++ = static_cast<char>(marked >> (8 * i));
  return out;
}

/// The highest byte first.
inline void write_big_endian_16(char* out, std::size_t value) {
  out[0] = static_cast<char>(value >> 8);
  out[1] = static_cast<char>(value);
}

inline void write_big_endian_32(char* out, std::uint32_t value) {
  write_big_endian_16(out, value >> 16);
  write_big_endian_16(out + 2, value);
}

/// write_uint(), appended.
void append_uint(std::string& out, std::uint64_t value);

/// The length as write_uint() has it, then the bytes.
void append_string(std::string& out, std::string_view bytes);

}  // namespace warraq::glass
