// The last word where streams of words leave a doubt: the article's text.
#pragma once

#include <xapian.h>
#include <string>
#include <string_view>

#include "indexer/archive/open_archive.h"
#include "searcher/query/query.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/corpus/article.h"

namespace warraq::searcher {

/// Reads articles, each once where it is asked for several times in a row.
class TextCheck {
 public:
  TextCheck(const archive::OpenArchive& archive, const analyzers::Analyzer& analyzer)
      : archive_(archive), analyzer_(analyzer) {}

  /// Whether a `phrase` or `prefix` clause stands in the article. Throws what Xapian throws, and
  /// Error(no_archive) where what is stored is no article.
  [[nodiscard]] bool holds(Xapian::docid document, const AnalysedClause& clause);

 private:
  void read(Xapian::docid document);

  const archive::OpenArchive& archive_;
  const analyzers::Analyzer& analyzer_;
  corpus::ArticleParser parser_;
  Xapian::docid document_ = 0;  // that was read
  corpus::Article article_;
  std::string buffer_;
  std::string_view text_;  // of the body
  analyzers::Analysis title_;
  analyzers::Analysis body_;
};

}  // namespace warraq::searcher
