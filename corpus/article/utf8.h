// Strict UTF-8: telling it from what is none, and mending it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace warraq::corpus {

inline constexpr std::string_view kReplacementCharacter = "\xEF\xBF\xBD";  ///< U+FFFD
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";         ///< U+FEFF

/// What stands at the beginning of a text: one character, or a sequence that is none.
struct Utf8Unit {
  std::size_t length = 0;  ///< in bytes; at least 1
  bool valid = false;
};

/// The first unit of `text`, which must not be empty. An invalid one is a maximal subpart: the
/// longest beginning of a well-formed sequence, or one byte (Unicode 15, section 3.9, table 3-7 and
/// "U+FFFD Substitution of Maximal Subparts"), as the analyser counts them.
[[nodiscard]] Utf8Unit first_utf8_unit(std::string_view text);

[[nodiscard]] bool is_valid_utf8(std::string_view text);

struct RepairedText {
  std::string text;
  std::size_t replaced = 0;  ///< invalid sequences, each of which became one U+FFFD
};

[[nodiscard]] RepairedText repair_utf8(std::string_view text);

}  // namespace warraq::corpus
