#include "analyzers/plain_characters.h"

#include "analyzers/arabic_letters.h"
#include "analyzers/characters.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::analyzers {
namespace {

using Character = PlainCharacters::Character;
using Class = PlainCharacters::Class;

std::uint8_t length_of(char32_t c) {
  std::array<char, kMaxUtf8Length> bytes{};
  return static_cast<std::uint8_t>(encode_utf8(c, bytes.data()) - bytes.data());
}

// A mark that may make another letter of the one before it is not only left out.
bool composes(char32_t mark) { return mark >= 0x0653 && mark <= 0x0655; }

Character separator(char32_t c) {
  Character result{Class::separator, length_of(c), false, {}};
  if (is_ascii_space(c)) result.type = Class::space;
  if (joins_digits(c)) {
    result.type = Class::number_separator;
    result.exact[0] = ascii_separator(c);
  }
  return result;
}

Character arabic_letter(char32_t c) {
  const char32_t exact = exact_letter(c);
  Character result{Class::arabic_letter, length_of(c), normalised_letter(exact) != exact, {}};
  if (length_of(exact) != result.exact.size()) return {};
  encode_utf8(exact, result.exact.data());
  return result;
}

Character ascii_letter(char32_t c) {
  constexpr char32_t kCaseBit = 0x20;
  return {Class::latin_letter, 1, false, {static_cast<char>(c | kCaseBit)}};
}

Character plain_character(char32_t c) {
  switch (classify(c)) {
    case CharacterClass::separator:
      return separator(c);
    case CharacterClass::arabic_letter:
      return arabic_letter(c);
    case CharacterClass::latin_letter:
      return c < 0x80 ? ascii_letter(c) : Character{};
    case CharacterClass::digit:
      return {Class::digit, length_of(c), false, {static_cast<char>('0' + digit_value(c))}};
    case CharacterClass::mark:
      return composes(c) ? Character{} : Character{Class::mark, length_of(c), false, {}};
    case CharacterClass::tatweel:
      return {Class::tatweel, length_of(c), false, {}};
    case CharacterClass::other_letter:
    case CharacterClass::common_letter:
    case CharacterClass::invisible:
      return {};
  }
  return {};
}

}  // namespace

PlainCharacters::PlainCharacters() {
  for (char32_t c = 0; c < 0x80; ++c) table_[c] = plain_character(c);
  for (char32_t i = 0; i < 0x100; ++i) table_[kArabic + i] = plain_character(0x0600 + i);
  for (char32_t i = 0; i < 0x40; ++i) table_[kLatin1 + i] = plain_character(0x0080 + i);
  for (char32_t i = 0; i < 0x40; ++i) table_[kPunctuation + i] = plain_character(0x2000 + i);
  table_[kForeign] = {};
  table_[kEnd].type = Class::end;
}

}  // namespace warraq::analyzers
