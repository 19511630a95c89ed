// The pages of tests/corpus/pages and what is expected of them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace warraq::tests {

/// How much two texts have in common, in words between white space.
struct WordScore {
  double precision = 0;
  double recall = 0;
  double f1 = 0;
};

/// Of the longest common subsequence of words: order counts.
[[nodiscard]] WordScore compare_words(std::string_view found, std::string_view expected);

[[nodiscard]] std::filesystem::path pages_folder();

/// The names of the pages that are articles, without their endings.
[[nodiscard]] std::vector<std::string> article_pages();

}  // namespace warraq::tests
