#include "searcher/engine/article_check.h"

#include <algorithm>

namespace warraq::searcher {

bool ArticleCheck::is_needed(const RunContext& context) {
  return context.archive.has_superseded() || !context.plan.to_verify.empty();
}

bool ArticleCheck::operator()(const Xapian::Document& document) const {
  if (context_.archive.has_superseded() && context_.archive.is_superseded(document.get_docid())) {
    return false;
  }
  return context_.plan.to_verify.empty() || has_exact_phrases(document);
}

bool ArticleCheck::has_exact_phrases(const Xapian::Document& document) const {
  const corpus::ParsedArticle parsed = parser_.parse(document.get_data());
  if (!parsed.article) return false;
  context_.analyzer.analyze(parsed.article->title, title_);
  context_.analyzer.analyze(parsed.article->body, body_);
  const auto& clauses = context_.plan.to_verify;
  return std::all_of(clauses.begin(), clauses.end(), [&](std::size_t clause) {
    return context_.matcher.has_phrase(title_.tokens(), clause) ||
           context_.matcher.has_phrase(body_.tokens(), clause);
  });
}

}  // namespace warraq::searcher
