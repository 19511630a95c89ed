// Very long texts, piece by piece: the tokens of a text take many times its bytes.
#pragma once

#include <cstddef>
#include <string_view>

namespace warraq::analyzers {

/// The beginning of `text` that may be analysed by itself: all of it where it has at most `limit`
/// bytes, else as much of `limit` bytes as ends with a line break or, where there is none, with a
/// space. Never cuts a word: one longer than `limit` makes a longer piece. Empty only for an empty
/// text. The tokens of the pieces, with ranges and positions carried on, are those of the text;
/// only letters spaced apart (أ ف ب) are not joined across a cut at a space.
[[nodiscard]] std::string_view leading_piece(std::string_view text, std::size_t limit);

}  // namespace warraq::analyzers
