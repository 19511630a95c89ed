// A page of HTML to an article: the same for files, crawls and whatever else holds pages.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "warraq/corpus/reader.h"

namespace warraq::corpus {

/// A page as it came.
struct PageInput {
  std::string_view bytes;
  std::string_view declared_charset;  ///< by what is outside the page (HTTP); may be empty
  std::string_view url;               ///< where it was found; may be empty
};

/// The article, its origin and id left to the caller, or the reason why there is none. FORMATS.md
/// says where each field comes from. Besides these there may be the extra fields `modified`,
/// `caption`, `description`, `keywords` and `language`. A page that is no article (a list of
/// links, a page without text) is none. Thread-safe; takes time and memory linear in the page.
[[nodiscard]] std::variant<ReadArticle, std::string> read_html_page(const PageInput& page);

}  // namespace warraq::corpus
