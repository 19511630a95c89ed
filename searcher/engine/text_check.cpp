#include "searcher/engine/text_check.h"

#include <algorithm>

#include "searcher/engine/hits.h"

namespace warraq::searcher {

bool TextCheck::holds(Xapian::docid document) {
  const auto& clauses = context_.plan.to_verify;
  if (clauses.empty()) return true;
  const corpus::Article article = read_article(context_.archive, document, parser_);
  context_.analyzer.analyze(article.title, title_);
  std::string buffer;
  context_.analyzer.analyze(corpus::searched_text(article, buffer), body_);
  return std::all_of(clauses.begin(), clauses.end(), [&](std::size_t clause) {
    return context_.matcher.holds(title_.tokens(), clause) ||
           context_.matcher.holds(body_.tokens(), clause);
  });
}

}  // namespace warraq::searcher
