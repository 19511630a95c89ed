// The position table: where each term stands in each document.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "indexer/glass/key.h"
#include "indexer/glass/table_writer.h"

namespace warraq::glass {

/// Takes terms in byte order and of each its documents in ascending order, those with positions
/// only. Used by one thread. Throws what TableWriter and Key throw.
class PositionWriter {
 public:
  explicit PositionWriter(TableWriter& table) : table_(table) {}

  void begin_term(std::string_view term);
  /// `positions` as append_positions() takes them.
  void add(std::uint32_t docid, std::span<const std::uint32_t> positions);
  /// What append_positions() made of them.
  void add_encoded(std::uint32_t docid, std::string_view tag);

 private:
  TableWriter& table_;
  Key key_;
  std::size_t term_bytes_ = 0;  ///< of the key
  std::string tag_;
};

}  // namespace warraq::glass
