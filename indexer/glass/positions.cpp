#include "indexer/glass/positions.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>
#include <functional>
#include <stdexcept>

#include "indexer/glass/encoding.h"

namespace warraq::glass {
namespace {

/// Bits in their order, the lowest of a byte first. Writes in words of 32 bits, so up to seven
/// bytes of what follows the end are overwritten.
class BitWriter {
 public:
  explicit BitWriter(char* out) : out_(out) {}

  /// `value`, which is one of `choices` from 0. Where these are no power of two, the values in the
  /// middle take one bit less.
  void write(std::uint32_t value, std::uint32_t choices) {
    unsigned bits = static_cast<unsigned>(std::bit_width(choices - 1));
    const auto spare = static_cast<std::uint32_t>((std::uint64_t{1} << bits) - choices);
    if (spare != 0) {
      const std::uint32_t middle = (choices - spare) / 2;
      if (value >= middle + spare) {
        value = (value - (middle + spare)) | (std::uint32_t{1} << (bits - 1));
      } else if (value >= middle) {
        --bits;
      }
    }
    pending_ |= std::uint64_t{value} << pending_bits_;
    pending_bits_ += bits;
    if (pending_bits_ >= 32) write_word();
  }

  /// Returns the end of the last byte, which zeros fill.
  [[nodiscard]] char* finish() {
    const unsigned bytes = (pending_bits_ + 7) / 8;
    write_word();
    return out_ - 4 + bytes;
  }

 private:
  void write_word() {
    const auto word = static_cast<std::uint32_t>(pending_);
    static_assert(std::endian::native == std::endian::little);
    std::memcpy(out_, &word, sizeof word);
    out_ += sizeof word;
    pending_ >>= 32;
    pending_bits_ -= 32;
  }

  char* out_;
  std::uint64_t pending_ = 0;
  unsigned pending_bits_ = 0;
};

/// The positions between the first and the last of `positions`: the one in the middle, as one of
/// those it can be, then both halves.
void write_between(BitWriter& out, std::span<const std::uint32_t> positions) {
  while (positions.size() > 2) {
    const std::size_t middle = (positions.size() - 1) / 2;
    const auto inner = static_cast<std::uint32_t>(positions.size()) - 2;
    const std::uint32_t lowest = positions.front() + static_cast<std::uint32_t>(middle);
    out.write(positions[middle] - lowest, positions.back() - positions.front() - inner);
    write_between(out, positions.first(middle + 1));
    positions = positions.subspan(middle);
  }
}

bool ascend(std::span<const std::uint32_t> positions) {
  return std::adjacent_find(positions.begin(), positions.end(), std::greater_equal<>()) ==
         positions.end();
}

}  // namespace

void append_positions(std::string& out, std::span<const std::uint32_t> positions) {
  if (positions.empty() || !ascend(positions)) {
    throw std::logic_error("positions of a term are none, or not ascending");
  }
  append_uint(out, positions.back());
  if (positions.size() == 1) return;
  const std::size_t before = out.size();
  // Each position takes four bytes at most, and their number as much.
  out.resize(before + 4 * positions.size() + 8);
  BitWriter bits(out.data() + before);
  bits.write(positions.front(), positions.back());
  bits.write(static_cast<std::uint32_t>(positions.size() - 2),
             positions.back() - positions.front());
  write_between(bits, positions);
  out.resize(static_cast<std::size_t>(bits.finish() - out.data()));
}

}  // namespace warraq::glass
