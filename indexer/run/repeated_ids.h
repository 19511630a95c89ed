// Which ids came up before in one run, within a bounded memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace warraq::indexer {

/// Remembers the hashes of a run's first million ids, in 16 MB at the most. For messages only: that
/// one id of an article stays is settled elsewhere, for any number of them.
class RepeatedIds {
 public:
  static constexpr std::size_t kMostRemembered = std::size_t{1} << 20;

  /// Whether `id` was asked about before and is remembered; remembers it. Wrong for one in
  /// millions of millions of ids.
  [[nodiscard]] bool seen_before(std::string_view id);

 private:
  /// The place of `hash`, or the free one where it would stand.
  [[nodiscard]] std::uint64_t& place_of(std::uint64_t hash);
  void grow();

  std::vector<std::uint64_t> places_;  // 0: free; a power of two of them, half of them free
  std::size_t remembered_ = 0;
};

}  // namespace warraq::indexer
