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

  /// The number of `text` among those of its kind, and whether it is new. Numbers count from 0 over
  /// all kinds.
  std::pair<std::uint32_t, bool> intern(std::uint8_t kind, std::string_view text);
  [[nodiscard]] std::string_view operator[](std::uint32_t number) const {
    const Entry& entry = entries_[number];
    return std::string_view(bytes_).substr(entry.offset, entry.length);
  }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }
  /// What it holds, in bytes.
  [[nodiscard]] std::size_t memory() const;

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
  };

  void grow();

  std::string bytes_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  ///< numbers from 1; 0: free. A power of two of them.
};

}  // namespace warraq::indexer
