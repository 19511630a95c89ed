// What the tags of LDC and TREC collections mean.
#pragma once

#include <string_view>

#include "corpus/markup/tree.h"
#include "warraq/corpus/article.h"

namespace warraq::corpus {

/// Whether the tag, in lower case, holds a field and no other tag of a field: where one is still
/// open when another begins, its end is missing.
[[nodiscard]] bool is_sgml_leaf(std::string_view name);

/// Whether a leaf may hold paragraphs: one of the others that is open when one begins has ended.
[[nodiscard]] bool may_hold_paragraphs(std::string_view name);

/// Whether the tag holds other fields, or the text of the article.
[[nodiscard]] bool is_sgml_part(std::string_view name);

/// The article of a <DOC>, names in lower case. Without a title and a body if it has none.
[[nodiscard]] Article article_of_sgml(const Element& document);

}  // namespace warraq::corpus
