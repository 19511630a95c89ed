// How close a text comes to the one expected, word by word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace warraq::eval {

/// Words stand between white space. Of the longest common subsequence of words: order counts.
struct WordScore {
  double precision = 0;
  double recall = 0;
  double f1 = 0;
  std::vector<std::string> added;    ///< words found and not expected
  std::vector<std::string> missing;  ///< words expected and not found
};

/// Takes time and memory in the product of both texts' words.
[[nodiscard]] WordScore compare_words(std::string_view found, std::string_view expected);

}  // namespace warraq::eval
