// The function words that ranking leaves out.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace warraq::analyzers {

/// The stop words at the exact level, sorted by their bytes.
[[nodiscard]] std::span<const std::string_view> stop_words();

/// A set of short words, made once and asked once for each word of every text.
class WordSet {
 public:
  /// The longest word it takes, in bytes: eight Arabic letters.
  static constexpr std::size_t kMaxLength = 16;

  /// Throws std::length_error for a word that is empty or too long.
  explicit WordSet(std::span<const std::string_view> words);

  [[nodiscard]] bool contains(std::string_view word) const;

 private:
  // A word padded with zero bytes: comparing two is comparing two integers. The empty key marks a
  // free slot.
  struct Key {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    bool operator==(const Key&) const = default;
  };

  // Which hashes any word has: so few that most other words end here, and the processor foresees
  // it.
  static constexpr std::size_t kSeenBits = 4096;

  static Key key_of(std::string_view word);
  static std::size_t hash_of(const Key& key);

  [[nodiscard]] std::size_t slot_of(const Key& key, std::size_t hash) const;

  std::bitset<kSeenBits> seen_;
  std::vector<Key> slots_;  // open addressing, a power of two, never more than half full
  std::size_t longest_ = 0;
};

}  // namespace warraq::analyzers
