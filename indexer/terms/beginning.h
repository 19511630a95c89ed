#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace warraq::indexer {

/// The first eight bytes of `text` as a number that sorts as they do: most comparisons of terms end
/// there.
[[nodiscard]] inline std::uint64_t beginning_of(std::string_view text) {
  std::uint64_t result = 0;
  for (std::size_t i = 0; i < sizeof result; ++i) {
    result = result << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  }
  return result;
}

}  // namespace warraq::indexer
