#include "searcher/engine/exact_phrase_check.h"

#include <algorithm>

namespace warraq::searcher {

bool ExactPhraseCheck::operator()(const Xapian::Document& document) const {
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
