#include "indexer/words/stored_words.h"

#include <stdexcept>

#include "indexer/terms/word_terms.h"

namespace warraq::indexer {

void StoredWords::count(std::string_view frame, WordCounter& words) {
  const corpus::ParsedArticle stored = parser_.parse(texts_.read(frame));
  if (!stored.article) throw std::invalid_argument("no article: " + stored.reason);
  for_each_word(*stored.article, analyzer_, analysis_,
                [&](const PlacedWord& placed) { words.add(placed.word); });
}

}  // namespace warraq::indexer
