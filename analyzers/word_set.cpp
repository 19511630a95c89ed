#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>

#include "analyzers/stop_words.h"

namespace warraq::analyzers {
namespace {

static_assert(std::endian::native == std::endian::little, "the loads below overlap");

template <typename Integer>
std::uint64_t load(const char* bytes) {
  Integer value = 0;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

// 1 to 8 bytes as an integer, zero above them: two loads that may overlap, for a copy of unknown
// length costs more than the rest of the look-up.
std::uint64_t load_up_to_8(const char* bytes, std::size_t size) {
  const auto two_loads = [=]<typename Integer>(Integer) {
    const std::size_t second = size - sizeof(Integer);
    return load<Integer>(bytes) | (load<Integer>(bytes + second) << (8 * second));
  };
  if (size == 8) return load<std::uint64_t>(bytes);
  if (size >= 4) return two_loads(std::uint32_t{});
  if (size >= 2) return two_loads(std::uint16_t{});
  return load<std::uint8_t>(bytes);
}

}  // namespace

WordSet::WordSet(std::span<const std::string_view> words)
    : slots_(std::bit_ceil(2 * words.size() + 1)) {
  for (const std::string_view word : words) {
    if (word.empty() || word.size() > kMaxLength) throw std::length_error("stop word length");
    const Key key = key_of(word);
    const std::size_t hash = hash_of(key);
    seen_.set(hash % kSeenBits);
    slots_[slot_of(key, hash)] = key;
    longest_ = std::max(longest_, word.size());
  }
}

bool WordSet::contains(std::string_view word) const {
  if (word.empty() || word.size() > longest_) return false;
  const Key key = key_of(word);
  const std::size_t hash = hash_of(key);
  return seen_[hash % kSeenBits] && slots_[slot_of(key, hash)] == key;
}

WordSet::Key WordSet::key_of(std::string_view word) {
  if (word.size() <= 8) return {load_up_to_8(word.data(), word.size()), 0};
  return {load<std::uint64_t>(word.data()), load_up_to_8(word.data() + 8, word.size() - 8)};
}

std::size_t WordSet::hash_of(const Key& key) {
  // Multiplication by odd constants spreads the letters, which differ in few bits, to the high
  // half; the slots are so few that any such mixing does.
  const std::uint64_t mixed =
      (key.first * 0x9E3779B97F4A7C15U) ^ (key.second * 0xC2B2AE3D27D4EB4FU);
  return static_cast<std::size_t>((mixed >> 32) ^ (mixed >> 47));
}

std::size_t WordSet::slot_of(const Key& key, std::size_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot] != Key{} && slots_[slot] != key) slot = (slot + 1) & mask;
  return slot;
}

}  // namespace warraq::analyzers
