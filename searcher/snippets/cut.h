// Cutting a text between characters.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace warraq::searcher {

/// `at`, or where the character begins that it stands within.
[[nodiscard]] inline std::size_t character_border(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
    --at;
  return at;
}

}  // namespace warraq::searcher
