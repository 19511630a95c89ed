#include "indexer/write/document.h"

#include "indexer/archive/schema.h"

namespace warraq::indexer {

Xapian::Document make_document(const ArticleTerms& article, archive::StoredTextWriter& texts) {
  Xapian::Document document;
  std::string stored;
  texts.append(stored, article.json);
  document.set_data(stored);
  for (const SlotValue& value : article.values) document.add_value(value.slot, value.value);
  std::string text;
  for (const Term& term : article.terms) {
    text.assign(term.text);
    document.add_term(text, term.wdf);
  }
  return document;
}

std::optional<std::string> id_term_of(const Xapian::Document& document) {
  const std::string prefix(archive::prefix::kId);
  auto term = document.termlist_begin();
  term.skip_to(prefix);
  if (term == document.termlist_end() || (*term).compare(0, prefix.size(), prefix) != 0) {
    return std::nullopt;
  }
  return *term;
}

}  // namespace warraq::indexer
