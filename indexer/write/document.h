// An article's terms as a document of Xapian's.
#pragma once

#include <xapian.h>

#include "indexer/terms/article_terms.h"

namespace warraq::indexer {

[[nodiscard]] Xapian::Document make_document(const ArticleTerms& article);

}  // namespace warraq::indexer
