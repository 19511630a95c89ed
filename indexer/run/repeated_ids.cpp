#include "indexer/run/repeated_ids.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace warraq::indexer {

bool RepeatedIds::seen_before(std::string_view id) {
  const auto hash = std::max<std::uint64_t>(std::hash<std::string_view>{}(id), 1);
  if (2 * remembered_ >= places_.size()) grow();
  std::uint64_t& place = place_of(hash);
  if (place == hash) return true;
  if (remembered_ < kMostRemembered) {
    place = hash;
    ++remembered_;
  }
  return false;
}

std::uint64_t& RepeatedIds::place_of(std::uint64_t hash) {
  const std::size_t mask = places_.size() - 1;
  std::size_t at = hash & mask;
  while (places_[at] != 0 && places_[at] != hash) at = (at + 1) & mask;
  return places_[at];
}

void RepeatedIds::grow() {
  constexpr std::size_t kFirst = 1024;
  if (places_.size() == 2 * kMostRemembered) return;  // full, and half of it free
  const std::vector<std::uint64_t> before =
      std::exchange(places_, std::vector<std::uint64_t>(std::max(kFirst, 2 * places_.size())));
  for (const std::uint64_t hash : before) {
    if (hash != 0) place_of(hash) = hash;
  }
}

}  // namespace warraq::indexer
