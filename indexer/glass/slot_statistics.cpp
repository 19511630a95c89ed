#include "indexer/glass/slot_statistics.h"

namespace warraq::glass {

void SlotStatistics::add(std::string_view value) {
  if (frequency == 0 || value < lower) lower = value;
  if (frequency == 0 || value > upper) upper = value;
  ++frequency;
}

void SlotStatistics::merge(const SlotStatistics& other) {
  if (other.frequency == 0) return;
  if (frequency == 0 || other.lower < lower) lower = other.lower;
  if (frequency == 0 || other.upper > upper) upper = other.upper;
  frequency += other.frequency;
}

}  // namespace warraq::glass
