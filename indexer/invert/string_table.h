// Distinct strings, numbered as they come.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace warraq::indexer {

/// An open-addressing hash table over one arena: no string is allocated or copied but once for each
/// that is new. Used by one thread.
class StringTable {
 public:
  StringTable();

  /// The number of `text` among those of its kind, which is below 8, and whether it is new. Numbers
  /// count from 0 over all kinds.
  std::pair<std::uint32_t, bool> intern(std::uint8_t kind, std::string_view text);
  /// Fetches what intern() will look at first: memory answers while others are asked for.
  void expect(std::uint8_t kind, std::string_view text) const;
  [[nodiscard]] std::string_view operator[](std::uint32_t number) const {
    return {bytes_.data() + begins_[number], begins_[number + 1] - begins_[number]};
  }
  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(begins_.size() - 1);
  }
  /// What it holds, in bytes.
  [[nodiscard]] std::size_t memory() const;

 private:
  /// All that a look-up asks of a string but its bytes, so that it waits for memory twice only.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t taken = 0;  ///< by this number from 1; 0: free
    std::uint32_t begin = 0;  ///< in bytes_
    std::uint32_t shape = 0;  ///< length and kind
  };

  [[nodiscard]] static std::uint32_t hash_of(std::uint8_t kind, std::string_view text);
  void grow();

  std::string bytes_;
  std::vector<std::uint32_t> begins_;  ///< by number, in bytes_; and where the last one ends
  std::vector<Slot> slots_;            ///< a power of two of them
};

}  // namespace warraq::indexer
