// Tokens put together again as a reader sees them on the page.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "warraq/analyzers/analyzer.h"

namespace warraq::analyzers {

/// Bytes [begin, end) of a text.
struct WrittenWord {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const WrittenWord&) const = default;
};

/// The words of `text`, whose tokens are `tokens`, as they are written: what stands between spaces,
/// punctuation and symbols, with all its marks and tatweel. In order and apart; each token that is
/// not joined lies within one, and a word is often several tokens (الـ47, S10, و2018). Only where
/// two words of scripts without spaces touch are they two.
[[nodiscard]] std::vector<WrittenWord> written_words(std::string_view text,
                                                     std::span<const Token> tokens);

}  // namespace warraq::analyzers
