// The last word on what streams of words say by their hashes: the article's text.
#pragma once

#include <xapian.h>

#include "searcher/engine/run.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/corpus/article.h"

namespace warraq::searcher {

/// Reads articles and tells whether the clauses that the plan says are to be verified stand there.
class TextCheck {
 public:
  explicit TextCheck(const RunContext& context) : context_(context) {}

  /// Throws what Xapian throws, and Error(no_archive) where what is stored is no article.
  [[nodiscard]] bool holds(Xapian::docid document);

 private:
  const RunContext& context_;
  corpus::ArticleParser parser_;
  analyzers::Analysis title_;
  analyzers::Analysis body_;
};

}  // namespace warraq::searcher
