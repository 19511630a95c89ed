// The page's style sheet and script, which are built into the program.
#pragma once

#include <string>
#include <string_view>

namespace warraq::searcher::serve {

struct Asset {
  std::string_view name;  ///< "page.css"
  std::string_view content_type;
  std::string_view content;
  std::string_view hash;  ///< of its content
};

[[nodiscard]] const Asset& page_css();
[[nodiscard]] const Asset& page_js();

/// "/assets/{hash}/page.css": what is there never changes.
[[nodiscard]] std::string path_of(const Asset& asset);

}  // namespace warraq::searcher::serve
