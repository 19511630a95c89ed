#include "warraq/counted.h"

namespace warraq {

std::string with_separators(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t from_end = 3; from_end < digits.size(); from_end += 4) {
    digits.insert(digits.size() - from_end, 1, ',');
  }
  return digits;
}

std::string counted(std::uint64_t number, std::string_view singular, std::string_view plural) {
  const std::string count = with_separators(number) + ' ';
  if (number == 1) return count + std::string(singular);
  return count + (plural.empty() ? std::string(singular) + 's' : std::string(plural));
}

}  // namespace warraq
