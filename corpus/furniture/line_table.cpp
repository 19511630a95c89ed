#include "corpus/furniture/line_table.h"

#include <algorithm>
#include <limits>

namespace warraq::corpus {
namespace {

constexpr std::size_t kFirstSlots = std::size_t{1} << 13U;  // 64 KiB
constexpr std::uint16_t kMostCounts = std::numeric_limits<std::uint16_t>::max();

/// The largest power of two that is not above `number`; 1 for 0.
std::size_t power_of_two_within(std::size_t number) {
  std::size_t power = 1;
  while (power <= number / 2) power *= 2;
  return power;
}

}  // namespace

LineTable::LineTable(std::size_t max_bytes, std::uint16_t kept)
    : max_slots_(std::max(kBucket, power_of_two_within(max_bytes / sizeof(std::uint64_t)))),
      kept_(kept) {
  slots_.resize(std::min(kFirstSlots, max_slots_));
}

std::uint16_t LineTable::count(std::uint64_t key) const {
  const std::size_t bucket = bucket_of(key);
  for (std::size_t at = bucket; at < bucket + kBucket; ++at) {
    if (((slots_[at] ^ key) & ~kCountMask) == 0 && slots_[at] != 0) return count_of(slots_[at]);
  }
  return 0;
}

void LineTable::add(std::uint64_t key, std::uint16_t amount) {
  const std::size_t bucket = bucket_of(key);
  for (std::size_t at = bucket; at < bucket + kBucket; ++at) {
    if (((slots_[at] ^ key) & ~kCountMask) != 0 || slots_[at] == 0) continue;
    slots_[at] += std::min<std::uint16_t>(amount, kMostCounts - count_of(slots_[at]));
    return;
  }
  const std::uint64_t slot = (key & ~kCountMask) | amount;
  while (!insert(slot)) {
    if (slots_.size() < max_slots_) {
      grow();
      continue;
    }
    make_room(bucket_of(key));
    insert(slot);  // or not, where the bucket is full of frequent lines
    return;
  }
}

bool LineTable::insert(std::uint64_t slot) {
  const std::size_t bucket = bucket_of(slot);
  const auto begin = slots_.begin() + static_cast<std::ptrdiff_t>(bucket);
  const auto free = std::find(begin, begin + kBucket, std::uint64_t{0});
  if (free == begin + kBucket) return false;
  *free = slot;
  return true;
}

void LineTable::grow() {
  std::vector<std::uint64_t> old(slots_.size() * 2);
  old.swap(slots_);
  // A bucket is parted into two, so each entry finds room.
  for (const std::uint64_t slot : old) {
    if (slot != 0) insert(slot);
  }
}

void LineTable::make_room(std::size_t bucket) {
  for (std::size_t at = bucket; at < bucket + kBucket; ++at) {
    if (count_of(slots_[at]) >= kept_) continue;
    --slots_[at];
    if (count_of(slots_[at]) == 0) slots_[at] = 0;
  }
}

}  // namespace warraq::corpus
