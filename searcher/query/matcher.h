// Finds a query's words and phrases among the tokens of a text, by the rules that the archive's
// terms follow: for highlights, and to settle what is shown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/query/query.h"
#include "warraq/analyzers/analyzer.h"

namespace warraq::searcher {

/// Where a word or phrase of the query stands in a text.
struct Match {
  std::uint32_t begin = 0;  ///< first byte in the text
  std::uint32_t end = 0;    ///< one past the last
  std::uint32_t unit = 0;   ///< which word or phrase of the query: below Matcher::unit_count()
};

/// Holds references to the query it was made for, which must outlive it. Immutable.
class Matcher {
 public:
  /// Where a unit stands in the query; a phrase is one unit, its `word` is 0.
  struct Unit {
    std::size_t clause = 0;
    std::size_t word = 0;
  };

  explicit Matcher(const AnalysedQuery& query);

  [[nodiscard]] const std::vector<Unit>& units() const { return units_; }

  /// All matches in order of `begin`. Stop words match inside phrases, and where the query holds
  /// nothing else; phrases match as wholes only. Matches may overlap.
  [[nodiscard]] std::vector<Match> find(std::span<const analyzers::Token> tokens) const;

  /// Whether the phrase, or any of the words, of clause number `clause` stands in `tokens`.
  [[nodiscard]] bool holds(std::span<const analyzers::Token> tokens, std::size_t clause) const;

 private:
  using Forms = std::unordered_map<std::string_view, std::uint32_t>;
  struct Phrase {
    std::uint32_t unit = 0;
    const AnalysedClause* clause = nullptr;
  };

  void add_word(const AnalysedClause& clause, const QueryWord& word, bool stop_words_only);

  std::vector<Unit> units_;
  Forms stems_;       // of words that are no stop words
  Forms normalised_;  // of stop words searched alone
  Forms exact_;
  std::vector<Phrase> phrases_;
};

}  // namespace warraq::searcher
