// How often each of very many lines was met, in bounded memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace warraq::corpus {

/// A table of counts by 64-bit key, of which 48 bits are kept: two keys in a full table of a
/// million are taken for one with a probability of one in thirty million. It grows to its limit;
/// from then on a new key takes the place of a rare one of its bucket of eight, all of which lose
/// one count for it (Misra and Gries, Finding repeated elements, 1982), and counts of `kept` or
/// more stay.
class LineTable {
 public:
  LineTable(std::size_t max_bytes, std::uint16_t kept);

  /// 0 for what was never met, or forgotten.
  [[nodiscard]] std::uint16_t count(std::uint64_t key) const;
  /// Adds `amount`; no count passes 65535.
  void add(std::uint64_t key, std::uint16_t amount);

  [[nodiscard]] std::size_t bytes() const { return slots_.size() * sizeof(std::uint64_t); }

  /// Calls `visit(slot)` for each entry whose count is `at_least` or more.
  template <typename Visit>
  void each_slot(std::uint16_t at_least, Visit visit) const {
    for (const std::uint64_t slot : slots_) {
      if (count_of(slot) != 0 && count_of(slot) >= at_least) visit(slot);
    }
  }
  /// Puts back what each_slot() gave.
  void add_slot(std::uint64_t slot) { add(slot & ~kCountMask, count_of(slot)); }

 private:
  static constexpr std::uint64_t kCountMask = 0xFFFF;
  static constexpr std::size_t kBucket = 8;  // slots: a cache line

  static std::uint16_t count_of(std::uint64_t slot) {
    return static_cast<std::uint16_t>(slot & kCountMask);
  }
  [[nodiscard]] std::size_t bucket_of(std::uint64_t key) const {
    return static_cast<std::size_t>(key >> 16U) & (slots_.size() - 1) & ~(kBucket - 1);
  }
  bool insert(std::uint64_t slot);
  void grow();
  void make_room(std::size_t bucket);

  std::vector<std::uint64_t> slots_;  // a power of two; 48 bits of key, 16 of count; 0: empty
  std::size_t max_slots_;
  std::uint16_t kept_;
};

}  // namespace warraq::corpus
