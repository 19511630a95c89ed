#include "indexer/write/document.h"

#include <string>

namespace warraq::indexer {

Xapian::Document make_document(const ArticleTerms& article) {
  Xapian::Document document;
  document.set_data(article.stored);
  for (const SlotValue& value : article.values) document.add_value(value.slot, value.value);
  std::string text;
  for (const Term& term : article.terms) {
    text.assign(term.text);
    document.add_term(text, term.wdf);
  }
  return document;
}

}  // namespace warraq::indexer
