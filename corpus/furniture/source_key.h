// Whose furniture an article may have.
#pragma once

#include <string_view>

#include "warraq/corpus/article.h"

namespace warraq::corpus {

/// The name of the article's source: its `source`, else its URL's host, else the folder, or the
/// file of many articles, in its id; empty where it has none of them.
[[nodiscard]] std::string_view furniture_source(const Article& article);

}  // namespace warraq::corpus
