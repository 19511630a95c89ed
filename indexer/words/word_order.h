// Words gathered in any order, given in that of a vocabulary.
#pragma once

#include <vector>

#include "indexer/archive/vocabulary.h"

namespace warraq::indexer {

/// Calls `take` for the `words` in their order (archive::compare_words()), each once, with the sum
/// of its occurrences.
void take_in_order(const std::vector<archive::VocabularyWord>& words,
                   const archive::Vocabulary::Take& take);

}  // namespace warraq::indexer
