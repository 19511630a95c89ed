// What is done with every article that was read, whatever its format.
#pragma once

#include <optional>

#include "corpus/article_id.h"
#include "warraq/corpus/reader.h"

namespace warraq::corpus {

/// Gives the article its id, mends its text, reads its date and finds its credits. Returns why it
/// is none, where nothing is left to read. `fields_may_be_html`: of tables and JSON.
[[nodiscard]] std::optional<Rejection> complete_article(ReadArticle& read,
                                                        const ArticlePlace& place,
                                                        bool fields_may_be_html);

}  // namespace warraq::corpus
