// The value slots, which live in the postlist table: statistics, then the values of each slot by
// document.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/glass/key.h"
#include "indexer/glass/slot_statistics.h"
#include "indexer/glass/table_writer.h"

namespace warraq::glass {

/// Whether the values of slot `left` are to be written before those of `right`: by the bytes that
/// number them, which is the order of the numbers below 128 only.
[[nodiscard]] bool slot_precedes(std::uint32_t left, std::uint32_t right);

/// Takes the statistics of all slots first, then slot after slot as slot_precedes() has them, and
/// of each its documents in ascending order. Memory: one chunk, 2000 bytes and a value. Used by one
/// thread. Throws what TableWriter throws, and std::logic_error where values do not match the
/// statistics in number or a call is out of its turn.
class ValueWriter {
 public:
  explicit ValueWriter(TableWriter& postlist_table) : table_(postlist_table) {}

  /// Once, slots in any order, each once. Those of frequency 0 are passed over.
  void add_statistics(std::span<const SlotStatistics> slots);

  void begin_slot(std::uint32_t slot);
  /// `value` is not empty.
  void add(std::uint32_t docid, std::string_view value);
  void end_slot();

  /// After the last slot.
  void finish() const;

 private:
  struct Slot {
    std::uint32_t number = 0;
    std::uint32_t missing = 0;  ///< values that are still to come
  };

  [[nodiscard]] Key chunk_key() const;
  [[nodiscard]] std::size_t end_of_chunk() const;
  void write_chunk();

  TableWriter& table_;
  std::vector<Slot> slots_;
  Slot* current_ = nullptr;
  std::string chunk_;
  std::uint32_t first_docid_ = 0;  ///< of the chunk
  std::uint32_t last_docid_ = 0;   ///< of the slot
};

}  // namespace warraq::glass
