#include "analyzers/numbers.h"

#include <algorithm>

namespace warraq::analyzers {
namespace {

constexpr std::size_t kThousand = 3;

// Whether commas part `integer` into thousands: 1 to 3 digits, not beginning with 0, then groups of
// exactly three. The 0 tells 0,500 (a half) from 1,500.
bool has_thousands(std::string_view integer) {
  const std::size_t first = integer.find(',');
  if (first > kThousand || integer.front() == '0') return false;  // npos, no comma, is greater too
  std::string_view rest = integer.substr(first);
  while (!rest.empty()) {
    if (rest.front() != ',') return false;
    const std::string_view group = rest.substr(1, rest.find_first_of(".,", 1) - 1);
    if (group.size() != kThousand) return false;
    rest.remove_prefix(1 + kThousand);
  }
  return true;
}

}  // namespace

std::size_t normalise_number(std::string_view exact, char* out) {
  const std::string_view integer = exact.substr(0, exact.find('.'));
  const std::string_view fraction = exact.substr(integer.size());
  const bool one_point = std::count(fraction.begin(), fraction.end(), '.') <= 1 &&
                         fraction.find(',') == std::string_view::npos;
  if (one_point && has_thousands(integer)) {
    char* end = std::remove_copy(integer.begin(), integer.end(), out, ',');
    end = std::copy(fraction.begin(), fraction.end(), end);
    return static_cast<std::size_t>(end - out);
  }
  std::replace_copy(exact.begin(), exact.end(), out, ',', '.');
  return exact.size();
}

}  // namespace warraq::analyzers
