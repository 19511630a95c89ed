// Files of this folder that are built into the program (embed.cmake).
#pragma once

#include <string_view>

namespace warraq::searcher::serve::embedded {

struct File {
  std::string_view content;
  std::string_view hash;  ///< of its content
};

[[nodiscard]] File openapi_yaml();
[[nodiscard]] File page_css();
[[nodiscard]] File page_js();

}  // namespace warraq::searcher::serve::embedded
