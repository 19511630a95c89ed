#include "indexer/write/document.h"

#include <string>

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

}  // namespace warraq::indexer
