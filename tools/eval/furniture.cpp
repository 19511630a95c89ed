// warraq-furniture [--segments|--streaming] FILE…: the furniture of each source of these articles,
// with in how many articles each line of it stands; --segments: every segment with its article's id
// and byte range instead. A second pass over the articles finds it, with all that the first
// counted;
// --streaming takes what the first pass found on its way. On standard error, what it cost.
#include <algorithm>
#include <ctime>
#include <iostream>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "warraq/corpus/furniture.h"
#include "warraq/corpus/reader.h"

namespace {

using warraq::corpus::Article;
using warraq::corpus::FurnitureCounter;
using warraq::corpus::TextRange;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::vector<Article> read_articles(const std::vector<std::string>& inputs) {
  std::vector<Article> articles;
  warraq::corpus::CorpusReader reader(inputs, {});
  while (auto record = reader.next()) {
    auto* read = std::get_if<warraq::corpus::ReadArticle>(&*record);
    if (read != nullptr) articles.push_back(std::move(read->article));
  }
  return articles;
}

void print_segments(const Article& article, const std::vector<TextRange>& ranges) {
  for (const TextRange& range : ranges) {
    std::cout << article.id << '\t' << range.begin << '\t' << range.end << '\t'
              << range.of(article.body) << '\n';
  }
}

using Counts = std::map<std::string, std::map<std::string, std::size_t>>;

void print_counts(const Counts& counts) {
  for (const auto& [source, segments] : counts) {
    std::vector<std::pair<std::size_t, std::string>> by_count;
    for (const auto& [segment, count] : segments) by_count.emplace_back(count, segment);
    std::sort(by_count.rbegin(), by_count.rend());
    for (const auto& [count, segment] : by_count) {
      std::cout << source << '\t' << count << '\t' << segment << '\n';
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> inputs(argv + 1, argv + argc);
  const auto take = [&](const std::string& option) { return std::erase(inputs, option) > 0; };
  const bool segments = take("--segments");
  const bool streaming = take("--streaming");
  if (inputs.empty()) {
    std::cerr << "usage: warraq-furniture [--segments] [--streaming] FILE...\n";
    return 2;
  }
  const std::vector<Article> articles = read_articles(inputs);
  FurnitureCounter counter;
  std::vector<std::vector<TextRange>> found(articles.size());
  std::size_t bytes = 0;
  const double begun = cpu_seconds();
  for (std::size_t at = 0; at < articles.size(); ++at) {
    found[at] = counter.count(articles[at]);
    bytes += articles[at].body.size();
  }
  const double counted = cpu_seconds();
  if (!streaming) {
    for (std::size_t at = 0; at < articles.size(); ++at) found[at] = counter.find(articles[at]);
  }
  Counts counts;
  std::size_t total = 0;
  for (std::size_t at = 0; at < articles.size(); ++at) {
    total += found[at].size();
    if (segments) print_segments(articles[at], found[at]);
    for (const TextRange& range : found[at]) {
      ++counts[articles[at].source][std::string(range.of(articles[at].body))];
    }
  }
  if (!segments) print_counts(counts);
  const double seconds = std::max(counted - begun, 1e-9);
  std::cerr << total << " segments in " << articles.size() << " articles; counting took " << seconds
            << " s of CPU time, " << static_cast<double>(bytes) / seconds / 1e6
            << " MB of text a second, and " << counter.memory() / 1024 << " KiB; saved "
            << counter.save().size() / 1024 << " KiB\n";
  return 0;
}
