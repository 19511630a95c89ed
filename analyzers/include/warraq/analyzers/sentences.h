// Where sentences and paragraphs begin, in Arabic and Latin punctuation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "warraq/analyzers/analyzer.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::analyzers {

/// What begins with a token. A paragraph begins a sentence too.
enum class Boundary : std::uint8_t { none, sentence, paragraph };

/// Tells the boundaries of a text, token by token. Used by one thread.
///
/// A paragraph ends at a line break (Unicode 15, UAX #14: BK, CR, LF, NL); blank lines make no
/// further ones. A sentence ends there, at ؟ ! ? ؛ ۔ … and at a full stop, except after a word of
/// one letter (د. أحمد, أ.ف.ب, J. Smith) and where a Latin letter or a digit follows without a
/// space (cnn.com). Full stops inside numbers are parts of their tokens and do not show here.
class Boundaries {
 public:
  /// `text` must outlive it.
  explicit Boundaries(std::string_view text) : text_(text) {}

  /// What begins with `token`, which follows the one of the call before; nothing with the first.
  /// `offset` is where the text that its token counts from begins in the whole one.
  [[nodiscard]] Boundary before(const Token& token, std::size_t offset = 0) {
    const std::size_t end = end_;
    const std::size_t begin = offset + token.begin;
    const bool after_letter = last_is_letter_;
    end_ = offset + token.end;
    last_is_letter_ = is_one_letter(token);
    // Joined tokens reach over their parts: nothing stands between them. Nearly always it is a
    // space that does.
    if (begin <= end || (begin - end == 1 && text_[end] == ' ')) return Boundary::none;
    return within(text_.substr(end, begin - end), after_letter, token.kind);
  }

 private:
  [[nodiscard]] static bool is_one_letter(const Token& token) {
    return token.kind != TokenKind::number && !token.exact.empty() &&
           token.exact.size() == utf8_length(token.exact[0]);
  }
  [[nodiscard]] static Boundary within(std::string_view gap, bool after_letter, TokenKind next);

  std::string_view text_;
  std::size_t end_ = std::string_view::npos;  ///< of the last token; before the first, beyond all
  bool last_is_letter_ = false;
};

/// What begins with each of the tokens of a text; nothing with the first.
[[nodiscard]] std::vector<Boundary> boundaries_of(std::string_view text,
                                                  std::span<const Token> tokens);

/// For each token that begins a sentence, its number in `tokens`; the first token always does.
[[nodiscard]] std::vector<std::uint32_t> sentence_starts(std::string_view text,
                                                         std::span<const Token> tokens);

}  // namespace warraq::analyzers
