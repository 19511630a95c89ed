#include "tests/corpus/support/pages.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <sstream>

namespace warraq::tests {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::istringstream in{std::string(text)};
  return {std::istream_iterator<std::string>(in), {}};
}

std::size_t common_words(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::size_t> lengths(b.size() + 1);  // of the words of `a` up to here
  for (const std::string& word : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t before = lengths[j + 1];
      lengths[j + 1] = word == b[j] ? diagonal + 1 : std::max(before, lengths[j]);
      diagonal = before;
    }
  }
  return lengths.back();
}

}  // namespace

WordScore compare_words(std::string_view found, std::string_view expected) {
  const std::vector<std::string> a = words_of(found);
  const std::vector<std::string> b = words_of(expected);
  const auto common = static_cast<double>(common_words(a, b));
  if (common == 0) return {};
  const double precision = common / static_cast<double>(a.size());
  const double recall = common / static_cast<double>(b.size());
  return {precision, recall, 2 * precision * recall / (precision + recall)};
}

std::filesystem::path pages_folder() { return WARRAQ_SOURCE_DIR "/tests/corpus/pages"; }

std::vector<std::string> article_pages() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(pages_folder())) {
    if (entry.path().extension() == ".txt") names.push_back(entry.path().stem());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace warraq::tests
