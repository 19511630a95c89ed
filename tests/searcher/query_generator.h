// Queries out of the words of articles, so that they find something.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "searcher/query/tree.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/corpus/article.h"

namespace warraq::tests {

class QueryGenerator {
 public:
  /// `articles` must outlive it and have at least one of ten Arabic words.
  QueryGenerator(const std::vector<corpus::Article>& articles, unsigned seed);

  /// A sequence at the root, as read_query() gives. Bare words are Arabic and no stop words.
  [[nodiscard]] searcher::Node query();

 private:
  using Node = searcher::Node;

  std::size_t below(std::size_t end);
  bool one_in(std::size_t cases) { return below(cases) == 0; }
  const corpus::Article& article() { return articles_[below(articles_.size())]; }

  /// Looks at the words of a text anew; its Arabic words.
  void look_at(const std::string& text);
  /// Consecutive words of the text looked at, as it writes them.
  std::string words(std::size_t count);
  std::string word(bool may_be_stop_word);

  Node part(std::size_t depth);
  Node sequence(std::size_t depth);
  Node joined(Node::Kind kind, std::size_t depth);
  Node leaf();
  Node word_or_phrase();
  Node near_words();
  Node prefix();
  Node in_field();
  Node name();
  Node dates();

  const std::vector<corpus::Article>& articles_;
  std::mt19937 random_;
  analyzers::Analyzer analyzer_;
  analyzers::Analysis analysis_;
  std::string text_;
  std::vector<analyzers::Token> arabic_;
};

}  // namespace warraq::tests
