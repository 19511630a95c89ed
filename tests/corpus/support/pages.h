// The pages of tests/corpus/pages: NAME.html, the expected body in NAME.txt and the article's other
// fields in NAME.json.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace warraq::tests {

[[nodiscard]] inline std::filesystem::path pages_folder() {
  return WARRAQ_SOURCE_DIR "/tests/corpus/pages";
}

/// The names of the pages that are articles.
[[nodiscard]] inline std::vector<std::string> article_pages() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(pages_folder())) {
    if (entry.path().extension() == ".txt") names.push_back(entry.path().stem());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace warraq::tests
