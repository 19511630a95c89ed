#include "indexer/invert/string_table.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstring>

namespace warraq::indexer {
namespace {

constexpr std::size_t kFirstSlots = std::size_t{1} << 12;
constexpr unsigned kKindBits = 3;

}  // namespace

StringTable::StringTable() : begins_(1), slots_(kFirstSlots) {}

inline std::uint32_t StringTable::hash_of(std::uint8_t kind, std::string_view text) {
  return static_cast<std::uint32_t>(XXH3_64bits_withSeed(text.data(), text.size(), kind));
}

void StringTable::expect(std::uint8_t kind, std::string_view text) const {
  __builtin_prefetch(&slots_[hash_of(kind, text) & (slots_.size() - 1)]);
}

std::pair<std::uint32_t, bool> StringTable::intern(std::uint8_t kind, std::string_view text) {
  const std::uint32_t hash = hash_of(kind, text);
  const auto shape = static_cast<std::uint32_t>(text.size() << kKindBits | kind);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].taken != 0; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.hash == hash && slot.shape == shape &&
        std::memcmp(bytes_.data() + slot.begin, text.data(), text.size()) == 0) {
      return {slot.taken - 1, false};
    }
  }
  const std::uint32_t number = size();
  slots_[at] = {hash, number + 1, begins_.back(), shape};
  bytes_.append(text);
  begins_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  if (std::size_t{size()} * 2 > slots_.size()) grow();
  return {number, true};
}

void StringTable::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& known : old) {
    if (known.taken == 0) continue;
    std::size_t slot = known.hash & mask;
    while (slots_[slot].taken != 0) slot = (slot + 1) & mask;
    slots_[slot] = known;
  }
}

std::size_t StringTable::memory() const {
  return bytes_.capacity() + begins_.capacity() * sizeof(std::uint32_t) +
         slots_.size() * sizeof(Slot);
}

}  // namespace warraq::indexer
