// How fast text becomes tokens at every level, nothing stored. Prints one JSON line.
#include <cstdint>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "articles.h"
#include "figures.h"
#include "warraq/analyzers/analyzer.h"

namespace {

using warraq::bench::Article;

constexpr int kRounds = 3;

std::vector<std::string> read_texts(const std::string& file) {
  std::vector<std::string> texts;
  warraq::bench::for_each_article(file, [&](const Article& article) {
    texts.emplace_back(article.title);
    texts.emplace_back(article.body);
  });
  return texts;
}

void measure(const std::vector<std::string>& texts) {
  const warraq::analyzers::Analyzer analyzer;
  warraq::analyzers::Analysis analysis;
  std::uint64_t bytes = 0;
  std::uint64_t tokens = 0;
  const double start = warraq::bench::cpu_seconds();
  for (int round = 0; round < kRounds; ++round) {
    for (const std::string& text : texts) {
      analyzer.analyze(text, analysis);
      bytes += text.size();
      tokens += analysis.tokens().size();
    }
  }
  const double cpu = warraq::bench::cpu_seconds() - start;
  warraq::bench::Figures()
      .text("system", "warraq")
      .text("task", "analysis")
      .count("text_bytes", bytes / kRounds)
      .count("tokens", tokens / kRounds)
      .number("cpu_seconds", cpu / kRounds)
      .number("mb_per_cpu_second", static_cast<double>(bytes) / 1e6 / cpu)
      .print();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "Usage: warraq-bench-analysis ARTICLES.jsonl\n";
    return 2;
  }
  try {
    measure(read_texts(argv[1]));
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "warraq-bench-analysis: " << error.what() << '\n';
    return 1;
  }
}
