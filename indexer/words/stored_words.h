// The words of articles as they are stored.
#pragma once

#include <string_view>

#include "indexer/archive/stored_text.h"
#include "indexer/words/word_counter.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/corpus/article.h"

namespace warraq::indexer {

/// Keeps its buffers from one article to the next. Used by one thread.
class StoredWords {
 public:
  /// `analyzer` must outlive it.
  explicit StoredWords(const analyzers::Analyzer& analyzer) : analyzer_(analyzer) {}

  void add_dictionary(std::string_view bytes) { texts_.add_dictionary(bytes); }
  /// Counts what build and add count of the article stored as `frame`. Throws std::invalid_argument
  /// where that is none.
  void count(std::string_view frame, WordCounter& words);

 private:
  const analyzers::Analyzer& analyzer_;
  analyzers::Analysis analysis_;
  archive::StoredTextReader texts_;
  corpus::ArticleParser parser_;
};

}  // namespace warraq::indexer
