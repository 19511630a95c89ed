#include "warraq/analyzers/sentences.h"

namespace warraq::analyzers {

Boundary Boundaries::within(std::string_view gap, bool after_letter, TokenKind next) {
  auto found = Boundary::none;
  std::size_t stop = std::string_view::npos;
  for (std::size_t at = 0; at < gap.size();) {
    const DecodedCharacter character = decode_utf8(gap, at);
    switch (character.code_point) {
      case U'\n':
      case U'\v':
      case U'\f':
      case U'\r':
      case U'\u0085':
      case U'\u2028':
      case U'\u2029':
        return Boundary::paragraph;
      case U'!':
      case U'?':
      case U'؟':
      case U'؛':
      case U'۔':
      case U'…':
        found = Boundary::sentence;
        break;
      case U'.':
        if (stop == std::string_view::npos) stop = at;
        break;
      default:
        break;
    }
    at += character.length;
  }
  if (found != Boundary::none || stop == std::string_view::npos) return found;
  if (stop == 0 && after_letter) return Boundary::none;
  const bool glued = stop + 1 == gap.size();
  return glued && next != TokenKind::arabic ? Boundary::none : Boundary::sentence;
}

std::vector<Boundary> boundaries_of(std::string_view text, std::span<const Token> tokens) {
  std::vector<Boundary> result;
  result.reserve(tokens.size());
  Boundaries boundaries(text);
  for (const Token& token : tokens) result.push_back(boundaries.before(token));
  return result;
}

std::vector<std::uint32_t> sentence_starts(std::string_view text, std::span<const Token> tokens) {
  std::vector<std::uint32_t> result;
  Boundaries boundaries(text);
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (boundaries.before(tokens[i]) != Boundary::none || i == 0) result.push_back(i);
  }
  return result;
}

}  // namespace warraq::analyzers
