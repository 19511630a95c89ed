#include "eval/word_score.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <sstream>

namespace warraq::eval {
namespace {

using Words = std::vector<std::string>;

Words words_of(std::string_view text) {
  std::istringstream in{std::string(text)};
  return {std::istream_iterator<std::string>(in), {}};
}

/// [i][j]: how many words are common, in order, to what follows word i of `a` and word j of `b`.
std::vector<std::vector<std::uint32_t>> common_lengths(const Words& a, const Words& b) {
  std::vector<std::vector<std::uint32_t>> lengths(a.size() + 1,
                                                  std::vector<std::uint32_t>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      lengths[i][j] =
          a[i] == b[j] ? lengths[i + 1][j + 1] + 1 : std::max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  return lengths;
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

WordScore compare_words(std::string_view found_text, std::string_view expected_text) {
  const Words found = words_of(found_text);
  const Words expected = words_of(expected_text);
  const auto lengths = common_lengths(found, expected);
  WordScore score;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < found.size() && j < expected.size()) {
    if (found[i] == expected[j]) {
      ++i;
      ++j;
    } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
      score.added.push_back(found[i++]);
    } else {
      score.missing.push_back(expected[j++]);
    }
  }
  for (; i < found.size(); ++i) score.added.push_back(found[i]);
  for (; j < expected.size(); ++j) score.missing.push_back(expected[j]);
  const std::size_t common = found.size() - score.added.size();
  score.precision = share(common, found.size());
  score.recall = share(common, expected.size());
  score.f1 = share(2 * common, found.size() + expected.size());
  return score;
}

}  // namespace warraq::eval
