// Matches widened to what a reader sees as words.
#pragma once

#include <span>
#include <vector>

#include "searcher/query/matcher.h"
#include "warraq/analyzers/written_words.h"

namespace warraq::searcher {

/// The word among `words`, which is not empty, that holds `byte`, or the last before it.
[[nodiscard]] std::span<const analyzers::WrittenWord>::iterator word_holding(
    std::span<const analyzers::WrittenWord> words, std::uint32_t byte);

/// The matches, each from the beginning of a word as it is written to the end of one: what is
/// shown as found is never a part of what a reader sees as one word. `words` are those of the text
/// that `matches` were found in.
[[nodiscard]] std::vector<Match> as_written(std::vector<Match> matches,
                                            std::span<const analyzers::WrittenWord> words);

}  // namespace warraq::searcher
