// What each character is to the tokeniser.
#pragma once

#include <cstdint>

namespace warraq::analyzers {

enum class CharacterClass : std::uint8_t {
  separator,      ///< ends a word: spaces, punctuation, symbols, controls, U+FFFD, …
  arabic_letter,  ///< a letter of Arabic script
  latin_letter,   ///< a letter of Latin script
  other_letter,   ///< a letter of another script
  common_letter,  ///< a letter of no script of its own (ʼ, ー): goes with the word before it
  mark,           ///< a combining mark: belongs to the word before it
  tatweel,        ///< U+0640: belongs to the Arabic word before it
  digit,          ///< a decimal digit of any script
  invisible,      ///< deleted as if it were not there
};

/// The class of any code point, by ICU's properties. Presentation forms are classed as they are;
/// presentation_forms.h takes them apart first.
[[nodiscard]] CharacterClass classify(char32_t code_point);

/// The value, 0 to 9, of a character of class `digit`.
[[nodiscard]] unsigned digit_value(char32_t code_point);

/// Whether `code_point` may stand once between two digits of one number: . , ٫ ٬
[[nodiscard]] constexpr bool joins_digits(char32_t code_point) {
  return code_point == '.' || code_point == ',' || code_point == 0x066B || code_point == 0x066C;
}

/// The ASCII spelling of a character that joins_digits(): ٫ is a full stop, ٬ a comma.
[[nodiscard]] constexpr char ascii_separator(char32_t code_point) {
  return code_point == '.' || code_point == 0x066B ? '.' : ',';
}

/// A space, or a control character that acts as one. Nothing that the rules say reaches across it
/// but the spaced letters of joined_words.h, so a text may be tokenised in pieces cut there.
[[nodiscard]] constexpr bool is_ascii_space(char32_t code_point) {
  return code_point == ' ' || (code_point >= '\t' && code_point <= '\r');
}

/// A mark of Arabic script, removed at every level from a word of any script.
[[nodiscard]] bool is_arabic_mark(char32_t code_point);

}  // namespace warraq::analyzers
