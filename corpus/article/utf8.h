// Strict UTF-8: telling it from what is none, and mending it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace warraq::corpus {

inline constexpr std::string_view kReplacementCharacter = "\xEF\xBF\xBD";  ///< U+FFFD
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";         ///< U+FEFF

[[nodiscard]] bool is_valid_utf8(std::string_view text);

struct RepairedText {
  std::string text;
  std::size_t replaced = 0;  ///< invalid sequences (analyzers/utf8.h), each now one U+FFFD
};

[[nodiscard]] RepairedText repair_utf8(std::string_view text);

}  // namespace warraq::corpus
