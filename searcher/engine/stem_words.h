// The words of a stem, and the terms of a word, as a vocabulary tells them.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/vocabulary.h"
#include "indexer/archive/word_stream.h"
#include "warraq/analyzers/stemmer.h"

namespace warraq::searcher {

/// What light10 takes off a word's front (stemmer.h).
inline constexpr std::array<std::string_view, 13> kFronts = {
    "", "و", "ال", "وال", "بال", "كال", "فال", "لل", "ووال", "وبال", "وكال", "وفال", "ولل"};

[[nodiscard]] inline archive::WordMark mark_of(const archive::VocabularyWord& word) {
  return archive::mark_of(word.exact, word.normalised, word.stop);
}

/// Calls `take` for every word of the vocabulary, no stop word, that has the term of this stem, and
/// perhaps for some that have not: a joined form is its own stem, and it is not known which are.
void for_each_word_of_stem(const archive::Vocabulary& vocabulary, const analyzers::Stemmer& stemmer,
                           std::string_view stem, const archive::Vocabulary::Take& take);

/// The terms that a word of a vocabulary may have: one, or two where it may be a joined form.
[[nodiscard]] std::vector<std::string> terms_of(const archive::VocabularyWord& word,
                                                const analyzers::Stemmer& stemmer);

}  // namespace warraq::searcher
