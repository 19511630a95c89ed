// Where sentences begin, in Arabic and Latin punctuation.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "warraq/analyzers/analyzer.h"

namespace warraq::searcher {

/// For each token that begins a sentence, its number in `tokens`; the first token always does.
///
/// A sentence ends at ؟ ! ? ؛ ۔ … and at a line break, and at a full stop, except after a word of
/// one letter (د. أحمد, أ.ف.ب, J. Smith) and where a Latin letter or a digit follows without a
/// space (cnn.com). Full stops inside numbers are parts of their tokens and do not show here.
[[nodiscard]] std::vector<std::uint32_t> sentence_starts(std::string_view text,
                                                         std::span<const analyzers::Token> tokens);

}  // namespace warraq::searcher
