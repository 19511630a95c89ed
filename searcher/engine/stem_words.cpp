#include "searcher/engine/stem_words.h"

#include "indexer/archive/schema.h"

namespace warraq::searcher {

namespace prefix = archive::prefix;
using archive::VocabularyWord;

void for_each_word_of_stem(const archive::Vocabulary& vocabulary, const analyzers::Stemmer& stemmer,
                           std::string_view stem, const archive::Vocabulary::Take& take) {
  std::string scratch;
  for (const std::string_view front : kFronts) {
    vocabulary.for_each(std::string(front) + std::string(stem), [&](const VocabularyWord& word) {
      if (word.stop) return;
      if (word.normalised == stem || stemmer.stem(word.normalised, scratch) == stem) take(word);
    });
  }
}

std::vector<std::string> terms_of(const VocabularyWord& word, const analyzers::Stemmer& stemmer) {
  if (word.stop) return {archive::make_term(prefix::kStopWord, word.normalised)};
  std::string scratch;
  const std::string_view stem = stemmer.stem(word.normalised, scratch);
  std::vector<std::string> terms = {archive::make_term(prefix::kStem, stem)};
  // A joined form (أ.ف.ب) is its own stem.
  if (stem != word.normalised) terms.push_back(archive::make_term(prefix::kStem, word.normalised));
  return terms;
}

}  // namespace warraq::searcher
