// Strict UTF-8, one character at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace warraq::analyzers {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

/// One character of a text, or one maximal subpart of an ill-formed sequence (Unicode 15, 3.9).
struct DecodedCharacter {
  char32_t code_point = kReplacementCharacter;
  std::uint32_t length = 1;  ///< bytes taken from the text, at least 1
  bool valid = false;        ///< false: U+FFFD stands for bytes that are not UTF-8
};

/// As decode_utf8(), of a character that is not ASCII.
[[nodiscard]] DecodedCharacter decode_multibyte_utf8(std::string_view text, std::size_t offset);

/// The character of `text` that begins at `offset`, which must lie inside it.
[[nodiscard]] inline DecodedCharacter decode_utf8(std::string_view text, std::size_t offset) {
  const auto first = static_cast<unsigned char>(text[offset]);
  if (first < 0x80) return {first, 1, true};
  return decode_multibyte_utf8(text, offset);
}

/// How many bytes of `text` are valid UTF-8 before the first that is not: all, or the offset of an
/// ill-formed sequence (one cut off by the end included).
[[nodiscard]] std::size_t valid_utf8_length(std::string_view text);

/// Whether `text`, which is not empty, is the beginning of one character that is not whole.
[[nodiscard]] bool is_cut_character(std::string_view text);

/// Writes the UTF-8 of `code_point`, a Unicode scalar value, and returns one past the last byte.
char* encode_utf8(char32_t code_point, char* out);

/// The most bytes that one character takes.
inline constexpr std::size_t kMaxUtf8Length = 4;

/// Adds the UTF-8 of `code_point` to `out`.
void append_utf8(char32_t code_point, std::string& out);

/// How many bytes the character has that begins with `lead`, the first byte of valid UTF-8.
[[nodiscard]] constexpr std::size_t utf8_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte < 0x80) return 1;
  if (byte < 0xE0) return 2;
  return byte < 0xF0 ? 3 : 4;
}

/// The longest beginning of `text`, valid UTF-8, that takes `limit` bytes or less and ends between
/// characters.
[[nodiscard]] constexpr std::string_view beginning_within(std::string_view text,
                                                          std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U) --limit;
  return text.substr(0, limit);
}

}  // namespace warraq::analyzers
