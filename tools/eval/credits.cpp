// warraq-credits FILE…: what find_credits() finds in each article, as tab-separated values, and at
// the end on standard error how many articles have what and how much CPU time it took.
#include <algorithm>
#include <ctime>
#include <iostream>
#include <string>
#include <variant>
#include <vector>

#include "warraq/corpus/credits.h"
#include "warraq/corpus/reader.h"

namespace {

using warraq::corpus::Article;
using warraq::corpus::Credits;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::string in_one_line(std::string_view text) {
  std::string line(text);
  for (char& c : line) {
    if (c == '\n' || c == '\t' || c == '\r') c = ' ';
  }
  return line;
}

struct Totals {
  std::size_t agencies = 0;
  std::size_t places = 0;
  std::size_t authors = 0;
  std::size_t original_sources = 0;

  void add(const Credits& credits) {
    agencies += credits.agencies.empty() ? 0U : 1U;
    places += credits.place.empty() ? 0U : 1U;
    authors += credits.author.empty() ? 0U : 1U;
    original_sources += credits.original_source.empty() ? 0U : 1U;
  }
};

void print(const Article& article, const Credits& credits) {
  std::string agencies;
  for (const std::string& agency : credits.agencies) {
    if (!agencies.empty()) agencies += warraq::corpus::kAgencySeparator;
    agencies += agency;
  }
  for (const std::string_view field :
       {std::string_view(article.id), std::string_view(agencies), std::string_view(credits.author),
        std::string_view(credits.place), std::string_view(credits.original_source),
        credits.dateline.of(article.body), credits.credit.of(article.body)}) {
    std::cout << in_one_line(field) << '\t';
  }
  std::cout << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> inputs(argv + 1, argv + argc);
  if (inputs.empty()) {
    std::cerr << "usage: warraq-credits FILE...\n";
    return 2;
  }
  std::vector<Article> articles;
  warraq::corpus::CorpusReader reader(inputs, {});
  while (auto record = reader.next()) {
    auto* read = std::get_if<warraq::corpus::ReadArticle>(&*record);
    if (read != nullptr) articles.push_back(std::move(read->article));
  }
  std::vector<Credits> found(articles.size());
  const double before = cpu_seconds();
  for (std::size_t at = 0; at < articles.size(); ++at) {
    found[at] = warraq::corpus::find_credits(articles[at]);
  }
  const double seconds = cpu_seconds() - before;
  std::cout << "id\tagencies\tauthor\tplace\toriginal_source\tdateline\tcredit\n";
  Totals totals;
  for (std::size_t at = 0; at < articles.size(); ++at) {
    totals.add(found[at]);
    print(articles[at], found[at]);
  }
  std::cerr << articles.size() << " articles: agency in " << totals.agencies << ", place in "
            << totals.places << ", author in " << totals.authors << ", original source in "
            << totals.original_sources << "; "
            << seconds * 1e6 / static_cast<double>(std::max<std::size_t>(articles.size(), 1))
            << " microseconds of CPU time an article\n";
  return 0;
}
