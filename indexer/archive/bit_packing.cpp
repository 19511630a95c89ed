#include "indexer/archive/bit_packing.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace warraq::archive {
namespace {

static_assert(std::endian::native == std::endian::little, "packed numbers lie as they are read");

constexpr std::size_t kLanes = 4;
constexpr unsigned kWordBits = 32;
constexpr std::size_t kRows = kPackedNumbers / kLanes;

// Four words that the compiler treats as one.
using Row = std::uint32_t __attribute__((vector_size(kLanes * sizeof(std::uint32_t))));

Row row_at(const char* rows, std::size_t index) {
  Row row;
  std::memcpy(&row, rows + index * sizeof row, sizeof row);
  return row;
}

// Every shift is known when this is compiled.
template <unsigned kBits, std::size_t kNumber>
void unpack_row(const char* in, Numbers& numbers) {
  constexpr std::size_t kFirstBit = kNumber * kBits;
  constexpr std::size_t kWord = kFirstBit / kWordBits;
  constexpr unsigned kShift = kFirstBit % kWordBits;
  Row row = row_at(in, kWord) >> kShift;
  if constexpr (kShift + kBits > kWordBits) {
    row |= row_at(in, kWord + 1) << (kWordBits - kShift);
  }
  if constexpr (kBits < kWordBits) row &= (std::uint32_t{1} << kBits) - 1;
  std::memcpy(numbers.data() + kNumber * kLanes, &row, sizeof row);
}

template <unsigned kBits, std::size_t... kNumber>
void unpack_rows(const char* in, Numbers& numbers, std::index_sequence<kNumber...> /*rows*/) {
  (unpack_row<kBits, kNumber>(in, numbers), ...);
}

template <unsigned kBits>
void unpack_all(const char* in, Numbers& numbers) {
  if constexpr (kBits == 0) {
    numbers.fill(0);
  } else {
    unpack_rows<kBits>(in, numbers, std::make_index_sequence<kRows>());
  }
}

using Unpack = void (*)(const char*, Numbers&);

template <unsigned... kBits>
constexpr std::array<Unpack, kWordBits + 1> unpackers(
    std::integer_sequence<unsigned, kBits...> /*bits*/) {
  return {unpack_all<kBits>...};
}

constexpr auto kUnpackers = unpackers(std::make_integer_sequence<unsigned, kWordBits + 1>());

}  // namespace

unsigned bits_needed(const Numbers& numbers) {
  std::uint32_t all = 0;
  for (const std::uint32_t number : numbers) all |= number;
  return static_cast<unsigned>(std::bit_width(all));
}

void pack(const Numbers& numbers, unsigned bits, char* out) {
  std::array<std::uint32_t, kPackedNumbers> words{};
  for (std::size_t i = 0; i < kPackedNumbers; ++i) {
    const std::size_t first_bit = i / kLanes * bits;
    const std::size_t word = first_bit / kWordBits * kLanes + i % kLanes;
    const std::uint64_t shifted = std::uint64_t{numbers[i]} << (first_bit % kWordBits);
    words[word] |= static_cast<std::uint32_t>(shifted);
    if (shifted >> kWordBits != 0) {
      words[word + kLanes] |= static_cast<std::uint32_t>(shifted >> kWordBits);
    }
  }
  std::memcpy(out, words.data(), packed_bytes(bits));
}

void unpack(const char* in, unsigned bits, Numbers& numbers) { kUnpackers[bits](in, numbers); }

}  // namespace warraq::archive
