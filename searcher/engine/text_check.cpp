#include "searcher/engine/text_check.h"

#include "searcher/engine/hits.h"
#include "searcher/query/matcher.h"

namespace warraq::searcher {

bool TextCheck::holds(Xapian::docid document, const AnalysedClause& clause) {
  if (document != document_) read(document);
  return stands_in(clause, {article_.title, title_.tokens()}, {text_, body_.tokens()});
}

void TextCheck::read(Xapian::docid document) {
  document_ = 0;
  article_ = read_article(archive_, document, parser_);
  analyzer_.analyze(article_.title, title_);
  text_ = corpus::searched_text(article_, buffer_);
  analyzer_.analyze(text_, body_);
  document_ = document;
}

}  // namespace warraq::searcher
