#include "corpus/page/headline.h"

#include <algorithm>
#include <string>
#include <vector>

#include "corpus/article/name_key.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::corpus {
namespace {

constexpr std::size_t kLabelWords = 3;
constexpr std::size_t kShortestRun = 2;
constexpr std::size_t kLeadBytes = 2000;

/// The words of `text` as name_key() makes them.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \t\n"), text.size());
    std::string word = name_key(text.substr(0, end));
    if (!word.empty()) words.push_back(std::move(word));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

/// The length of the longest run of words that `left` and `right` share.
std::size_t longest_common_run(const std::vector<std::string>& left,
                               const std::vector<std::string>& right) {
  std::vector<std::size_t> runs(right.size() + 1);  // that end at each word of right
  std::size_t longest = 0;
  for (const std::string& word : left) {
    for (std::size_t at = right.size(); at > 0; --at) {
      runs[at] = word == right[at - 1] ? runs[at - 1] + 1 : 0;
      longest = std::max(longest, runs[at]);
    }
  }
  return longest;
}

bool is_quotation(std::string_view line) {
  const std::size_t colon = line.find(':');
  return colon != std::string_view::npos && colon + 1 < line.size() &&
         words_of(line.substr(0, colon)).size() <= 4;
}

}  // namespace

bool second_is_headline(std::string_view first, std::string_view second, std::string_view lead) {
  const std::vector<std::string> above = words_of(first);
  const std::vector<std::string> below = words_of(second);
  const bool label_above = above.size() <= kLabelWords;
  const bool label_below = below.size() <= kLabelWords;
  if (label_above != label_below) return label_above;
  const std::vector<std::string> told = words_of(analyzers::beginning_within(lead, kLeadBytes));
  const std::size_t run_above = longest_common_run(above, told);
  const std::size_t run_below = longest_common_run(below, told);
  if (run_above != run_below && std::max(run_above, run_below) >= kShortestRun) {
    return run_below > run_above;
  }
  return is_quotation(first) && !is_quotation(second);
}

}  // namespace warraq::corpus
