// What all pages have around their own.
#pragma once

#include <string>
#include <string_view>

#include "searcher/serve/http/message.h"
#include "searcher/serve/page/html.h"
#include "searcher/serve/page/links.h"

namespace warraq::searcher::serve {

struct Frame {
  std::string title;  ///< of the document
  const Links& links;
  std::string other_language;  ///< this page in the other language
  bool is_front = false;
};

/// The whole document: `main` is what stands in <main>.
[[nodiscard]] std::string framed(const Frame& frame, const Html& main);

/// The form, with what was asked for in its fields.
void write_search_form(Html& html, const Links& links);

}  // namespace warraq::searcher::serve
