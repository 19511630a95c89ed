// What a database knows of a value slot as a whole.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace warraq::glass {

struct SlotStatistics {
  std::uint32_t slot = 0;
  std::uint32_t frequency = 0;  ///< documents that use it
  std::string lower;            ///< the least value by bytes
  std::string upper;            ///< and the greatest

  /// `value` is not empty: Xapian does not know empty values.
  void add(std::string_view value);
  /// Joins the statistics of other documents.
  void merge(const SlotStatistics& other);
};

}  // namespace warraq::glass
