// Numbers in as few bits as the largest of them needs, 128 at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace warraq::archive {

inline constexpr std::size_t kPackedNumbers = 128;
using Numbers = std::array<std::uint32_t, kPackedNumbers>;

/// The bits that the largest number needs: 0 (all are zero) to 32.
[[nodiscard]] unsigned bits_needed(const Numbers& numbers);

/// The bytes that 128 numbers of so many bits take.
[[nodiscard]] constexpr std::size_t packed_bytes(unsigned bits) {
  return kPackedNumbers / 8 * std::size_t{bits};
}

/// Writes packed_bytes(bits) bytes to `out`; `bits` is at least bits_needed(numbers), at most 32.
///
/// Number i goes to lane i % 4 of a row of four 32-bit words (lowest byte first), each lane filled
/// from its lowest bit on, so that four numbers are unpacked by one instruction: the layout of
/// SIMD-BP128 (Lemire and Boytsov, "Decoding billions of integers per second through
/// vectorization", 2015).
void pack(const Numbers& numbers, unsigned bits, char* out);

/// Reads packed_bytes(bits) bytes; `bits` is at most 32.
void unpack(const char* in, unsigned bits, Numbers& numbers);

}  // namespace warraq::archive
