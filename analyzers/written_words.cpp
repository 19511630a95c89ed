#include "warraq/analyzers/written_words.h"

#include <algorithm>
#include <cstddef>

#include "analyzers/characters.h"
#include "analyzers/presentation_forms.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::analyzers {
namespace {

// Whether a character hangs on the word beside it. Letters and digits need no look: each is part of
// a token.
enum class Attached { no, visibly, invisibly };

// ﹱ and the like are letters to Unicode; taken apart, they are a mark on a tatweel.
bool is_mark_in_presentation_form(char32_t code_point) {
  const auto& characters = decompose_presentation_form(code_point).characters;
  return std::all_of(characters.begin(), characters.end(), [](char32_t character) {
    const CharacterClass of = classify(character);
    return of == CharacterClass::mark || of == CharacterClass::tatweel;
  });
}

Attached attachment(char32_t code_point) {
  if (code_point < 0x80) return Attached::no;
  if (is_presentation_form(code_point)) {
    return is_mark_in_presentation_form(code_point) ? Attached::visibly : Attached::no;
  }
  switch (classify(code_point)) {
    case CharacterClass::mark:
    case CharacterClass::tatweel:
      return Attached::visibly;
    case CharacterClass::invisible:
      return Attached::invisibly;
    default:
      return Attached::no;
  }
}

// How far a word reaches past a token: to its last mark, and to what stands after invisible
// characters.
struct Reach {
  std::uint32_t end = 0;
  std::uint32_t next = 0;
};

Reach reach_after(std::string_view text, std::uint32_t at) {
  Reach reach{at, at};
  while (reach.next < text.size()) {
    const DecodedCharacter character = decode_utf8(text, reach.next);
    const Attached attached = attachment(character.code_point);
    if (attached == Attached::no) break;
    reach.next += character.length;
    if (attached == Attached::visibly) reach.end = reach.next;
  }
  return reach;
}

// The beginning of the character before `at`, as far as `floor`.
std::uint32_t step_back(std::string_view text, std::uint32_t at, std::uint32_t floor) {
  const auto is_continuation = [&](std::uint32_t byte) {
    return (static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U;
  };
  const std::uint32_t furthest = at - std::min<std::uint32_t>(at - floor, kMaxUtf8Length);
  std::uint32_t begin = at - 1;
  while (begin > furthest && is_continuation(begin)) --begin;
  return begin;
}

// Marks and tatweel before a token belong to no token; readers see them on its word.
std::uint32_t begin_with_marks(std::string_view text, std::uint32_t at, std::uint32_t floor) {
  std::uint32_t begin = at;
  while (at > floor) {
    const std::uint32_t before = step_back(text, at, floor);
    const Attached attached = attachment(decode_utf8(text, before).code_point);
    if (attached == Attached::no) break;
    at = before;
    if (attached == Attached::visibly) begin = before;
  }
  return begin;
}

}  // namespace

std::vector<WrittenWord> written_words(std::string_view text, std::span<const Token> tokens) {
  std::vector<WrittenWord> words;
  words.reserve(tokens.size());
  std::uint32_t next = 0;  // what stands here touches the last word
  TokenKind last = TokenKind::other;
  for (const Token& token : tokens) {
    if (token.joined) continue;
    const bool parted = last == TokenKind::other && token.kind == TokenKind::other;
    const bool touches = !words.empty() && token.begin <= next && !parted;
    // A character that is several words (ﷺ) has one range for all of them.
    const bool same = !words.empty() && token.begin < words.back().end;
    if (!touches && !same) {
      const std::uint32_t floor = words.empty() ? 0 : words.back().end;
      const std::uint32_t begin = begin_with_marks(text, token.begin, floor);
      words.push_back({begin, begin});
    }
    const Reach reach = reach_after(text, token.end);
    words.back().end = std::max(words.back().end, reach.end);
    next = std::max(next, reach.next);
    last = token.kind;
  }
  return words;
}

}  // namespace warraq::analyzers
