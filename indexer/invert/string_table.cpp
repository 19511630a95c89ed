#include "indexer/invert/string_table.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace warraq::indexer {
namespace {

constexpr std::size_t kFirstSlots = std::size_t{1} << 12;

}  // namespace

StringTable::StringTable() : slots_(kFirstSlots) {}

std::pair<std::uint32_t, bool> StringTable::intern(std::uint8_t kind, std::string_view text) {
  const std::uint64_t hash = XXH3_64bits_withSeed(text.data(), text.size(), kind);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const std::uint32_t number = slots_[slot] - 1;
    // Equal texts of two kinds have hashes of their own.
    if (entries_[number].hash == hash && (*this)[number] == text) return {number, false};
  }
  const auto number = static_cast<std::uint32_t>(entries_.size());
  slots_[slot] = number + 1;
  entries_.push_back(
      {hash, static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(text.size())});
  bytes_.append(text);
  if (entries_.size() * 2 > slots_.size()) grow();
  return {number, true};
}

void StringTable::grow() {
  slots_.assign(slots_.size() * 2, 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t number = 0; number < entries_.size(); ++number) {
    std::size_t slot = entries_[number].hash & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = number + 1;
  }
}

std::size_t StringTable::memory() const {
  return bytes_.capacity() + entries_.capacity() * sizeof(Entry) +
         slots_.size() * sizeof(std::uint32_t);
}

}  // namespace warraq::indexer
