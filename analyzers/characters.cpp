#include "analyzers/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "warraq/error.h"

namespace warraq::analyzers {
namespace {

constexpr char32_t kTatweel = 0x0640;

// Soft hyphen, Arabic letter mark, zero-width characters and directional controls, word joiner and
// invisible operators, byte order mark. They stand inside words without being part of them.
bool is_invisible(char32_t c) {
  return c == 0x00AD || c == 0x061C || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

// Small waw and small yeh of Quranic spelling: letters to Unicode (Lm), but they only note the
// length of the vowel before them, and no other spelling has them.
bool is_small_vowel_letter(char32_t c) { return c == 0x06E5 || c == 0x06E6; }

CharacterClass letter_class(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  if (U_FAILURE(status)) throw Error(ErrorCode::internal, "ICU has no script data");
  switch (script) {
    case USCRIPT_ARABIC:
      return CharacterClass::arabic_letter;
    case USCRIPT_LATIN:
      return CharacterClass::latin_letter;
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
      return CharacterClass::common_letter;
    default:
      return CharacterClass::other_letter;
  }
}

}  // namespace

CharacterClass classify(char32_t code_point) {
  if (is_invisible(code_point)) return CharacterClass::invisible;
  if (code_point == kTatweel) return CharacterClass::tatweel;
  if (is_small_vowel_letter(code_point)) return CharacterClass::mark;
  const auto category = U_MASK(u_charType(static_cast<UChar32>(code_point)));
  if ((category & U_GC_L_MASK) != 0) return letter_class(code_point);
  if ((category & U_GC_M_MASK) != 0) return CharacterClass::mark;
  if ((category & U_GC_ND_MASK) != 0) return CharacterClass::digit;
  return CharacterClass::separator;
}

unsigned digit_value(char32_t code_point) {
  return static_cast<unsigned>(u_charDigitValue(static_cast<UChar32>(code_point)));
}

bool is_arabic_mark(char32_t code_point) {
  const char32_t c = code_point;
  const bool in_range = (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F) ||
                        c == 0x0670 || (c >= 0x06D6 && c <= 0x06ED) ||
                        (c >= 0x0898 && c <= 0x089F) || (c >= 0x08CA && c <= 0x08FF);
  return in_range && classify(c) == CharacterClass::mark;
}

}  // namespace warraq::analyzers
