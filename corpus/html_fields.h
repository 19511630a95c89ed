// HTML in the fields of articles from tables and JSON, as content management systems export it.
#pragma once

#include "warraq/corpus/article.h"

namespace warraq::corpus {

/// Makes title and body plain text where they hold tags of HTML, escaped or not, or character
/// references: paragraphs are lines, scripts and styles leave nothing. Other text is not touched.
/// False, and nothing changed, where nothing to read would be left.
[[nodiscard]] bool strip_html(Article& article);

}  // namespace warraq::corpus
