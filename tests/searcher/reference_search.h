// A search without an index: reads every text for every query, by the words of QUERY.md. Slow, and
// too simple to be wrong in the same way as the engine.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/query/tree.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/corpus/article.h"

namespace warraq::tests {

class ReferenceSearch {
 public:
  /// Articles as the archive gives them back.
  void add(const corpus::Article& article);

  /// The ids of the articles that `root` finds, sorted. Bare words are no stop words.
  [[nodiscard]] std::vector<std::string> ids(const searcher::Node& root) const;

 private:
  using Number = int;  // of a form; below 0 for one that no article has

  struct Word {
    Number stem = 0;
    Number normalised = 0;
    Number exact = 0;
    bool stop = false;
    std::size_t position = 0;
    std::size_t sentence = 0;
    std::size_t paragraph = 0;
  };
  using Text = std::vector<Word>;
  struct Article {
    std::string id;
    Text title;
    Text body;
    std::optional<analyzers::Date> date;
    std::vector<std::vector<Number>> names;  // by NameField, their normalised words
  };
  struct Part;  // of a query, its words looked up

  Number learn(std::string_view form);
  [[nodiscard]] Number number_of(std::string_view form) const;
  Text read(std::string_view text);
  std::vector<Number> read_name(std::string_view name);
  [[nodiscard]] std::vector<Word> words_of(std::string_view text) const;
  [[nodiscard]] Part prepare(const searcher::Node& node, searcher::TextField field) const;

  [[nodiscard]] bool finds(const Part& part, const Article& article) const;
  [[nodiscard]] bool finds_sequence(const Part& part, const Article& article) const;
  template <typename Holds>
  static bool in_field(const Part& part, const Article& article, Holds holds);

  static bool is_word(const Part& part, const Word& wanted, const Word& word);
  static bool stands_side_by_side(const Part& part, const Text& text);
  static bool stands_near(const Part& part, const Text& text, std::vector<const Word*>& chosen);
  [[nodiscard]] bool begins_so(const Part& part, const Word& word) const;

  analyzers::Analyzer analyzer_;
  std::unordered_map<std::string, Number> numbers_;
  std::vector<std::string> forms_;  // by number
  std::vector<Article> articles_;
};

}  // namespace warraq::tests
