// The id that an article goes by when it brings none of its own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "warraq/corpus/article.h"

namespace warraq::corpus {

/// Where an article was read, as far as its id may come from there.
struct ArticlePlace {
  std::string_view relative_path;  ///< to the argument; empty for standard input
  std::uint64_t record = 0;        ///< 0 in a format of one article a file
};

/// The article's id, trimmed; else its canonical URL; else `path` or `path#record`; else, on
/// standard input, `content:` and a hash of the article. FORMATS.md tells what follows from each.
[[nodiscard]] std::string article_id(const Article& article, const ArticlePlace& place);

/// `url` trimmed, with scheme and host in lower case and without its fragment. A fragment that
/// begins with ! or / is kept: single-page sites name their articles there.
[[nodiscard]] std::string canonical_url(std::string_view url);

}  // namespace warraq::corpus
