// Small questions about UTF-8 text that several files of this module ask.
#pragma once

#include <string>
#include <string_view>

namespace warraq::corpus {

/// `text` without ASCII white space around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// `text` without white space, no-break spaces and characters without width around it.
[[nodiscard]] std::string_view without_blanks_around(std::string_view text);

/// Whether `text` has nothing to read in it: white space, no-break spaces, and characters without
/// width, which pages are full of.
[[nodiscard]] bool is_blank(std::string_view text);

/// A to Z in lower case; all else as it is.
[[nodiscard]] constexpr char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
[[nodiscard]] std::string lower_ascii(std::string_view text);

/// Appends `byte` as two hexadecimal digits.
void append_hexadecimal(std::string& out, unsigned char byte);

}  // namespace warraq::corpus
