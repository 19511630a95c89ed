// Keeps the vocabulary of live/ (indexer/archive/live_vocabulary.h).
#pragma once

#include <xapian.h>
#include <cstddef>

#include "indexer/words/word_counter.h"

namespace warraq::indexer {

/// Not thread-safe. Throws what Xapian throws.
class LiveVocabularyWriter {
 public:
  /// `live` must outlive it. Where it holds articles and no vocabulary, none is begun: one of later
  /// articles alone would say of words that they do not occur.
  explicit LiveVocabularyWriter(Xapian::WritableDatabase& live);

  /// Where the words of articles that are added are to be counted.
  [[nodiscard]] WordCounter& words() { return words_; }
  /// Puts what was counted into the metadata, to be committed, and begins anew.
  void write();

 private:
  Xapian::WritableDatabase& live_;
  std::size_t parts_ = 0;
  bool is_kept_;
  WordCounter words_;
};

}  // namespace warraq::indexer
