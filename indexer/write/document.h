// An article's terms as a document of Xapian's.
#pragma once

#include <xapian.h>

#include "indexer/archive/stored_text.h"
#include "indexer/terms/article_terms.h"

namespace warraq::indexer {

/// `texts` makes the article's JSON what is stored.
[[nodiscard]] Xapian::Document make_document(const ArticleTerms& article,
                                             archive::StoredTextWriter& texts);

}  // namespace warraq::indexer
