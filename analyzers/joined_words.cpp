#include "analyzers/joined_words.h"

#include <algorithm>
#include <span>

#include "analyzers/characters.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::analyzers {
namespace {

// Longer runs are no names: tables, passwords, hexadecimal digits.
constexpr std::size_t kMostParts = 16;

constexpr std::string_view kAnd = "و";

/// How two tokens that follow each other hang together.
enum class Link { none, dotted, spaced, touching };

/// The only character between two tokens that is not invisible.
enum class Gap { nothing, full_stop, space, other };

std::size_t fewest_parts(Link link) { return link == Link::spaced ? 3 : 2; }

bool is_one_letter(const Token& token) { return utf8_length(token.exact[0]) == token.exact.size(); }

Gap gap_between(std::string_view text, const Token& left, const Token& right) {
  Gap gap = Gap::nothing;
  for (std::size_t at = left.end; at < right.begin;) {
    const DecodedCharacter character = decode_utf8(text, at);
    at += character.length;
    if (classify(character.code_point) == CharacterClass::invisible) continue;
    if (gap != Gap::nothing) return Gap::other;
    if (character.code_point == '.') {
      gap = Gap::full_stop;
    } else if (character.code_point == ' ') {
      gap = Gap::space;
    } else {
      return Gap::other;
    }
  }
  return gap;
}

bool may_touch(const Token& left, const Token& right) {
  return (left.kind == TokenKind::latin && right.kind == TokenKind::number) ||
         (left.kind == TokenKind::number && right.kind == TokenKind::latin);
}

bool may_spell(const Token& left, const Token& right) {
  const bool lettered = left.kind == TokenKind::arabic || left.kind == TokenKind::latin;
  return left.kind == right.kind && lettered && is_one_letter(left) && is_one_letter(right);
}

Link link_between(std::string_view text, const Token& left, const Token& right) {
  if (may_touch(left, right)) {
    return gap_between(text, left, right) == Gap::nothing ? Link::touching : Link::none;
  }
  if (!may_spell(left, right)) return Link::none;
  const Gap gap = gap_between(text, left, right);
  if (gap == Gap::full_stop) return Link::dotted;
  const bool spells_words =
      left.kind == TokenKind::arabic && left.exact != kAnd && right.exact != kAnd;
  return gap == Gap::space && spells_words ? Link::spaced : Link::none;
}

template <typename View>
std::string_view concatenated(std::span<const Token> parts, View view, Arena& arena) {
  std::size_t size = 0;
  for (const Token& part : parts) size += view(part).size();
  char* out = arena.room(size);
  for (const Token& part : parts) out = std::copy(view(part).begin(), view(part).end(), out);
  return arena.take(size);
}

Token joined_token(std::span<const Token> parts, TokenWriter& writer) {
  Arena& arena = writer.storage().arena;
  Token token;
  token.begin = parts.front().begin;
  token.end = parts.back().end;
  token.position = parts.front().position;
  token.joined = true;
  token.exact = concatenated(
      parts, [](const Token& part) { return part.exact; }, arena);
  if (parts.front().kind == TokenKind::arabic) {
    token.kind = TokenKind::arabic;
    writer.finish_arabic(token, true);
  } else {
    token.kind = TokenKind::latin;
    token.normalised = concatenated(
        parts, [](const Token& part) { return part.normalised; }, arena);
    token.stem = token.normalised;
  }
  return token;
}

// Finds the runs from left to right. A token may end one run and begin the next (the A of U.S.A1).
class RunFinder {
 public:
  explicit RunFinder(TokenWriter& writer) : writer_(writer), tokens_(writer.storage().tokens) {}

  /// Tells how the token at `index` hangs on the one before it.
  void link(std::size_t index, Link link) {
    if (link == link_) return;
    end(index);
    first_ = index - 1;
    link_ = link;
  }

  /// Ends the run before the token at `index`.
  void end(std::size_t index) {
    const std::size_t parts = index - first_;
    if (link_ == Link::none || parts < fewest_parts(link_) || parts > kMostParts) return;
    writer_.storage().joined.push_back(
        joined_token(std::span<const Token>(tokens_).subspan(first_, parts), writer_));
  }

 private:
  TokenWriter& writer_;
  std::span<const Token> tokens_;
  std::size_t first_ = 0;
  Link link_ = Link::none;
};

// Moves each joined token behind its first part: the only other token of its position, which until
// here is the token's index.
void merge_joined(Analysis::Storage& storage) {
  auto& tokens = storage.tokens;
  const auto& joined = storage.joined;
  std::size_t from = tokens.size();
  tokens.resize(tokens.size() + joined.size());
  std::size_t to = tokens.size();
  for (auto next = joined.rbegin(); next != joined.rend(); ++next) {
    while (from > next->position + 1) tokens[--to] = tokens[--from];
    tokens[--to] = *next;
  }
}

}  // namespace

void add_joined_words(std::string_view text, TokenWriter& writer) {
  Analysis::Storage& storage = writer.storage();
  const auto& tokens = storage.tokens;
  storage.joined.clear();
  storage.position_count = static_cast<std::uint32_t>(tokens.size());
  RunFinder runs(writer);
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    runs.link(i, link_between(text, tokens[i - 1], tokens[i]));
  }
  runs.end(tokens.size());
  if (!storage.joined.empty()) merge_joined(storage);
}

}  // namespace warraq::analyzers
