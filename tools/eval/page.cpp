// What becomes of pages, for people who tune the reading of them:
//   warraq-page FILE.html…                 each page's article as JSON, or why it is none
//   warraq-page --compare FILE.html TEXT   the body against its expected text, word by word
// Words stand between white space. Precision and recall are of the longest common subsequence of
// words, so that order counts; what differs is shown.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include "corpus/html/page.h"
#include "warraq/corpus/article.h"

namespace {

using namespace warraq::corpus;

std::string file_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  return {std::istream_iterator<std::string>(in), {}};
}

/// lengths[i][j]: words in common, in order, of what follows word i of `a` and word j of `b`.
std::vector<std::vector<std::uint32_t>> common_lengths(const std::vector<std::string>& a,
                                                       const std::vector<std::string>& b) {
  std::vector<std::vector<std::uint32_t>> lengths(a.size() + 1,
                                                  std::vector<std::uint32_t>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      lengths[i][j] = a[i] == b[j] ? lengths[i + 1][j + 1] + 1
                                   : std::max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  return lengths;
}

int compare(const std::string& page, const std::string& expected_file) {
  const auto read = read_html_page({file_bytes(page), {}, {}});
  const auto* article = std::get_if<ReadArticle>(&read);
  const auto found = words_of(article == nullptr ? std::string() : article->article.body);
  const auto expected = words_of(file_bytes(expected_file));
  const auto lengths = common_lengths(found, expected);
  for (std::size_t i = 0, j = 0; i < found.size() || j < expected.size();) {
    if (i < found.size() && j < expected.size() && found[i] == expected[j]) {
      ++i;
      ++j;
    } else if (j == expected.size() || (i < found.size() && lengths[i + 1][j] >= lengths[i][j + 1])) {
      std::cout << "+ " << found[i++] << '\n';
    } else {
      std::cout << "- " << expected[j++] << '\n';
    }
  }
  const double common = lengths[0][0];
  const double precision = found.empty() ? 0 : common / static_cast<double>(found.size());
  const double recall = expected.empty() ? 0 : common / static_cast<double>(expected.size());
  const double f1 = common == 0 ? 0 : 2 * precision * recall / (precision + recall);
  std::printf("words %zu expected %zu precision %.4f recall %.4f F1 %.4f %s\n", found.size(),
              expected.size(), precision, recall, f1, page.c_str());
  return 0;
}

void print(const std::string& page) {
  const auto read = read_html_page({file_bytes(page), {}, {}});
  if (const auto* reason = std::get_if<std::string>(&read)) {
    std::cout << page << ": " << *reason << '\n';
    return;
  }
  std::cout << to_json(std::get<ReadArticle>(read).article) << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() == 3 && arguments[0] == "--compare") {
    return compare(arguments[1], arguments[2]);
  }
  if (arguments.empty()) {
    std::cerr << "usage: warraq-page FILE.html… | --compare FILE.html TEXT\n";
    return 2;
  }
  for (const std::string& page : arguments) print(page);
  return 0;
}
