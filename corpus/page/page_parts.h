// A news page saved as text, its parts told apart.
#pragma once

#include <string_view>

#include "warraq/corpus/article.h"

namespace warraq::corpus {

/// The article that `text` is, a page in valid UTF-8 with line feeds. A page without the parts that
/// saved pages have is its first line, where that is short, as the title, and the rest as the body,
/// line by line. What else is told, and by which evidence, is in FORMATS.md: a kicker, a caption
/// with its credit, a dateline, date, author, agency and place, and controls, which are dropped.
/// Extra fields: kicker, caption, caption_credit, dateline, place. The id is left empty.
[[nodiscard]] Article article_of_page(std::string_view text);

}  // namespace warraq::corpus
