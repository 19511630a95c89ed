#include "corpus/article/name_key.h"

#include "warraq/analyzers/utf8.h"

namespace warraq::corpus {
namespace {

constexpr char32_t kAlef = U'ا';

bool is_arabic_letter(char32_t c) {
  return (c >= 0x0621 && c <= 0x063A) || (c >= 0x0641 && c <= 0x064A) ||
         (c >= 0x0671 && c <= 0x06D3);
}

/// 0 for a character that does not count.
char32_t folded(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c - U'A' + U'a';
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') ? c : 0;
  if (c >= 0x0660 && c <= 0x0669) return c - 0x0660 + U'0';
  switch (c) {
    case U'أ':
    case U'إ':
    case U'آ':
    case U'ٱ':
      return kAlef;
    case U'ى':
    case U'ی':
      return U'ي';
    case U'ة':
      return U'ه';
    case U'ک':
      return U'ك';
    default:
      break;
  }
  if (is_arabic_letter(c)) return c;
  const bool latin_letter = c >= 0x00C0 && c <= 0x024F;
  return latin_letter ? c : 0;
}

}  // namespace

std::string name_key(std::string_view text) {
  std::string key;
  key.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      const char32_t letter = folded(static_cast<unsigned char>(text[at++]));
      if (letter != 0) key += static_cast<char>(letter);
      continue;
    }
    const analyzers::DecodedCharacter character = analyzers::decode_utf8(text, at);
    at += character.length;
    const char32_t letter = character.valid ? folded(character.code_point) : 0;
    if (letter != 0) analyzers::append_utf8(letter, key);
  }
  return key;
}

}  // namespace warraq::corpus
