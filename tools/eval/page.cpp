// What becomes of pages, for people who tune the reading of them:
//   warraq-page FILE.html…                 each page's article as JSON, or why it is none
//   warraq-page --compare FILE.html TEXT   the body against its expected text (eval/word_score.h),
//                                          words too many with +, words missing with -
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <variant>
#include <vector>

#include "corpus/html/page.h"
#include "eval/word_score.h"
#include "warraq/corpus/article.h"

namespace {

using namespace warraq::corpus;

std::string file_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void compare(const std::string& page, const std::string& expected) {
  const auto read = read_html_page({file_bytes(page), {}, {}});
  const auto* found = std::get_if<ReadArticle>(&read);
  const auto score = warraq::eval::compare_words(
      found == nullptr ? std::string() : found->article.body, file_bytes(expected));
  for (const std::string& word : score.added) std::cout << "+ " << word << '\n';
  for (const std::string& word : score.missing) std::cout << "- " << word << '\n';
  std::cout << page << ": precision " << score.precision << " recall " << score.recall << " F1 "
            << score.f1 << '\n';
}

void print(const std::string& page) {
  const auto read = read_html_page({file_bytes(page), {}, {}});
  if (const auto* reason = std::get_if<std::string>(&read)) {
    std::cout << page << ": " << *reason << '\n';
  } else {
    std::cout << to_json(std::get<ReadArticle>(read).article) << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool comparing = !arguments.empty() && arguments[0] == "--compare";
  if (arguments.empty() || (comparing && arguments.size() != 3)) {
    std::cerr << "usage: warraq-page FILE.html… | --compare FILE.html TEXT\n";
    return 2;
  }
  if (comparing) {
    compare(arguments[1], arguments[2]);
  } else {
    for (const std::string& page : arguments) print(page);
  }
  return 0;
}
