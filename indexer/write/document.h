// An article's terms as a document of Xapian's.
#pragma once

#include <xapian.h>
#include <optional>
#include <string>

#include "indexer/archive/stored_text.h"
#include "indexer/terms/article_terms.h"

namespace warraq::indexer {

/// `texts` makes the article's JSON what is stored.
[[nodiscard]] Xapian::Document make_document(const ArticleTerms& article,
                                             archive::StoredTextWriter& texts);

/// The term of the article's id, which every document of an archive has.
[[nodiscard]] std::optional<std::string> id_term_of(const Xapian::Document& document);

}  // namespace warraq::indexer
