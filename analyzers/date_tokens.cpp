#include "analyzers/date_tokens.h"

#include <algorithm>
#include <limits>

#include "analyzers/arabic_letters.h"
#include "analyzers/cased_words.h"
#include "analyzers/characters.h"
#include "analyzers/presentation_forms.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::analyzers {
namespace {

constexpr std::uint8_t kMaxDigits = 9;
constexpr auto kTooMany = std::numeric_limits<std::uint8_t>::max();

bool is_space(char32_t c) {
  return is_ascii_space(c) || c == 0x0085 || c == 0x00A0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

// The sign that a character is written for: dashes of all lengths are one, and so are the commas.
char sign_of(char32_t c) {
  if (c < 0x80) return static_cast<char>(c);
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';
  switch (c) {
    case 0x060D:  // Arabic date separator
    case 0x2044:  // fraction slash
    case 0x2215:  // division slash
      return '/';
    case 0x060C:  // Arabic comma
      return ',';
    case 0x2236:  // ratio
      return ':';
    default:
      return 0;
  }
}

enum class Part : std::uint8_t { letter, digit, mark, tatweel, invisible, space, sign };

Part ascii_part(char32_t c) {
  if (c >= '0' && c <= '9') return Part::digit;
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Part::letter;
  return is_ascii_space(c) ? Part::space : Part::sign;
}

Part part_of(char32_t c) {
  if (c < 0x80) return ascii_part(c);
  if (c >= 0x0621 && c <= 0x064A && c != 0x0640) return Part::letter;  // almost all of Arabic news
  if (is_space(c)) return Part::space;
  switch (classify(c)) {
    case CharacterClass::arabic_letter:
    case CharacterClass::latin_letter:
    case CharacterClass::other_letter:
    case CharacterClass::common_letter:
      return Part::letter;
    case CharacterClass::digit:
      return Part::digit;
    case CharacterClass::tatweel:
      return Part::tatweel;
    case CharacterClass::mark:
      return Part::mark;
    case CharacterClass::invisible:
      return Part::invisible;
    case CharacterClass::separator:
      return Part::sign;
  }
  return Part::sign;
}

void append(std::string_view letters, DateToken& token) {
  if (token.length + letters.size() > token.letters.size()) {
    token.length = kTooMany;
    return;
  }
  std::copy(letters.begin(), letters.end(), token.letters.data() + token.length);
  token.length = static_cast<std::uint8_t>(token.length + letters.size());
}

void append(char32_t letter, DateToken& token) {
  std::array<char, kMaxUtf8Length> bytes{};
  const char* end = encode_utf8(letter, bytes.data());
  append({bytes.data(), static_cast<std::size_t>(end - bytes.data())}, token);
}

void take_digit(char32_t digit, DateToken& token) {
  if (token.digits >= kMaxDigits) {
    token.digits = kTooMany;
    return;
  }
  token.value = token.value * 10 + digit_value(digit);
  ++token.digits;
}

void take_letter(char32_t letter, DateToken& token) {
  if (letter < 0x80) return append(letter >= 'A' && letter <= 'Z' ? letter + 0x20 : letter, token);
  if (is_presentation_form(letter)) {
    for (const char32_t part : decompose_presentation_form(letter).characters) {
      if (token.length != kTooMany && part_of(part) == Part::letter) {
        append(normalised_letter(exact_letter(part)), token);
      }
    }
    return;
  }
  if (letter >= 0x0600 && letter <= 0x06FF) {
    return append(normalised_letter(exact_letter(letter)), token);
  }
  append(fold_cased_word({&letter, 1}).normalised, token);
}

}  // namespace

const DateToken& DateTokens::at(std::size_t distance) {
  static constexpr DateToken kTooFar{0, 0, 0, 0, DateToken::Kind::sign, false, 0, 0, {}};
  if (distance >= kWindow) return kTooFar;
  for (; read_ <= front_ + distance; ++read_) read(window_[read_ % kWindow]);
  return window_[(front_ + distance) % kWindow];
}

void DateTokens::read(DateToken& token) {
  token.glued = offset_ != 0;
  token.value = 0;
  token.digits = 0;
  token.sign = 0;
  token.length = 0;
  while (offset_ < text_.size()) {
    const DecodedCharacter character = decode_utf8(text_, offset_);
    token.begin = offset_;
    switch (part_of(character.code_point)) {
      case Part::space:
        token.glued = false;
        [[fallthrough]];
      case Part::mark:
      case Part::invisible:
        offset_ += character.length;
        continue;
      case Part::digit:
        return read_number(token);
      case Part::letter:
        return read_word(token);
      case Part::tatweel:  // on its own, it is drawn for a dash
      case Part::sign:
        break;
    }
    offset_ += character.length;
    token.end = offset_;
    token.kind = DateToken::Kind::sign;
    token.sign = character.code_point == 0x0640 ? '-' : sign_of(character.code_point);
    return;
  }
  token.begin = token.end = offset_;
  token.kind = DateToken::Kind::end;
}

void DateTokens::read_number(DateToken& token) {
  token.kind = DateToken::Kind::number;
  while (offset_ < text_.size()) {
    const DecodedCharacter character = decode_utf8(text_, offset_);
    const Part part = part_of(character.code_point);
    if (part != Part::digit && part != Part::mark && part != Part::invisible) return;
    offset_ += character.length;
    if (part == Part::invisible) continue;
    token.end = offset_;
    if (part == Part::digit) take_digit(character.code_point, token);
  }
}

void DateTokens::read_word(DateToken& token) {
  token.kind = DateToken::Kind::word;
  while (offset_ < text_.size()) {
    const DecodedCharacter character = decode_utf8(text_, offset_);
    const Part part = part_of(character.code_point);
    const bool inside = part == Part::letter || part == Part::mark || part == Part::tatweel;
    if (!inside && part != Part::invisible) break;
    offset_ += character.length;
    if (inside) token.end = offset_;
    if (part == Part::letter && token.length != kTooMany) take_letter(character.code_point, token);
  }
  if (token.length == kTooMany) token.length = 0;
}

}  // namespace warraq::analyzers
