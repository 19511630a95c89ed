#include "searcher/snippets/sentences.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace warraq::searcher {
namespace {

using analyzers::Token;
using analyzers::TokenKind;

bool ends_always(std::string_view gap) {
  constexpr std::array<std::string_view, 9> kMarks = {"\n", "\r", "!", "?",     "؟",
                                                      "؛",  "۔",  "…", "\u2029"};
  return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) {
    return gap.find(mark) != std::string_view::npos;
  });
}

bool is_one_letter(const Token& token) {
  const auto continuation_bytes =
      std::count_if(token.exact.begin(), token.exact.end(),
                    [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; });
  return token.exact.size() - static_cast<std::size_t>(continuation_bytes) == 1 &&
         token.kind != TokenKind::number;
}

bool ends_between(std::string_view text, const Token& before, const Token& after) {
  // Joined tokens reach over their parts: nothing stands between them.
  if (after.begin <= before.end) return false;
  const std::string_view gap = text.substr(before.end, after.begin - before.end);
  if (gap == " ") return false;  // nearly always
  if (ends_always(gap)) return true;
  const std::size_t stop = gap.find('.');
  if (stop == std::string_view::npos || (stop == 0 && is_one_letter(before))) return false;
  const bool glued = stop + 1 == gap.size();
  return !glued || after.kind == TokenKind::arabic;
}

}  // namespace

std::vector<std::uint32_t> sentence_starts(std::string_view text, std::span<const Token> tokens) {
  std::vector<std::uint32_t> result;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i == 0 || ends_between(text, tokens[i - 1], tokens[i])) {
      result.push_back(static_cast<std::uint32_t>(i));
    }
  }
  return result;
}

}  // namespace warraq::searcher
