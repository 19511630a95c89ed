// Numbers come out of their packing as they went in.
#include "indexer/archive/bit_packing.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

using namespace warraq;

namespace {

archive::Numbers random_numbers(unsigned bits) {
  const std::uint64_t end = std::uint64_t{1} << bits;
  archive::Numbers numbers;
  for (std::uint32_t& number : numbers) {
    number = static_cast<std::uint32_t>(*rc::gen::inRange<std::uint64_t>(0, end));
  }
  return numbers;
}

archive::Numbers packed_and_unpacked(const archive::Numbers& numbers, unsigned bits) {
  std::string bytes(archive::packed_bytes(bits), '\xff');
  archive::pack(numbers, bits, bytes.data());
  archive::Numbers result;
  result.fill(7);
  archive::unpack(bytes.data(), bits, result);
  return result;
}

}  // namespace

TEST_CASE("numbers of any width come back") {
  CHECK(rc::check("pack, unpack", [] {
    const auto width = *rc::gen::inRange(0U, 33U);
    const archive::Numbers numbers = random_numbers(width);
    const unsigned needed = archive::bits_needed(numbers);
    RC_ASSERT(needed <= width);
    RC_ASSERT(packed_and_unpacked(numbers, needed) == numbers);
    RC_ASSERT(packed_and_unpacked(numbers, width) == numbers);
  }));
}

TEST_CASE("the least and the greatest") {
  archive::Numbers numbers{};
  CHECK(archive::bits_needed(numbers) == 0);
  CHECK(archive::packed_bytes(0) == 0);
  CHECK(packed_and_unpacked(numbers, 0) == numbers);
  numbers.back() = 1;
  CHECK(archive::bits_needed(numbers) == 1);
  numbers.fill(UINT32_MAX);
  CHECK(archive::bits_needed(numbers) == 32);
  CHECK(packed_and_unpacked(numbers, 32) == numbers);
}
