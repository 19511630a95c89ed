// Finds a query's words and phrases among the tokens of a text, by the rules that the archive's
// terms follow: for highlights, and where streams of words leave a doubt.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/query/near_match.h"
#include "searcher/query/query.h"
#include "warraq/analyzers/analyzer.h"

namespace warraq::searcher {

/// Where a word or phrase of the query stands in a text.
struct Match {
  std::uint32_t begin = 0;   ///< first byte in the text
  std::uint32_t end = 0;     ///< one past the last
  std::uint32_t unit = 0;    ///< which word or phrase of the query, of Matcher::units()
  std::uint32_t window = 0;  ///< of words near one another, NearWord's; else 0
};

/// Which text of an article is looked at.
enum class TextPart { title, body };

/// A text and its tokens; valid as long as both are.
struct AnalysedText {
  std::string_view text;
  std::span<const analyzers::Token> tokens;
};

/// Holds references to the query it was made for, which must outlive it. Immutable, and neither
/// copied nor moved.
class Matcher {
 public:
  /// Where a unit stands in the query; a phrase is one unit, its `word` is 0.
  struct Unit {
    std::size_t clause = 0;
    std::size_t word = 0;
  };

  explicit Matcher(const AnalysedQuery& query);
  Matcher(const Matcher&) = delete;
  Matcher& operator=(const Matcher&) = delete;

  /// Those of the clauses that are not excluded.
  [[nodiscard]] const std::vector<Unit>& units() const { return units_; }

  /// All matches in order of `begin`. Stop words match inside phrases, and where the query holds
  /// nothing else; phrases match as wholes only, of words near one another each. Matches may
  /// overlap.
  [[nodiscard]] std::vector<Match> find(const AnalysedText& text, TextPart part) const;

 private:
  using Forms = std::unordered_map<std::string_view, std::uint32_t>;
  struct Phrase {
    std::uint32_t unit = 0;
    const AnalysedClause* clause = nullptr;
  };
  struct NearWords {
    std::uint32_t unit = 0;
    NearMatcher matcher;
  };
  /// What is looked for in a title, or in a body.
  struct Wanted {
    Forms stems;       // of words that are no stop words
    Forms normalised;  // of stop words searched alone
    Forms exact;
    std::vector<Phrase> phrases;
    std::vector<Phrase> prefixes;
    std::vector<NearWords> near;
  };

  void add_clause(const AnalysedClause& clause, std::size_t number);
  void add_word(const AnalysedClause& clause, const QueryWord& word, Wanted& wanted);
  void add_phrase(const AnalysedClause& phrase, Wanted& wanted) const;
  const AnalysedClause& variant_of(const AnalysedClause& clause, const Variant& variant);

  std::vector<Unit> units_;
  std::deque<AnalysedClause> variants_;  // that stand for words and phrases of the query
  std::array<Wanted, 2> wanted_;         // by TextPart
};

/// Whether a `phrase` or `prefix` clause stands in an article of this title and body.
[[nodiscard]] bool stands_in(const AnalysedClause& clause, const AnalysedText& title,
                             const AnalysedText& body);

}  // namespace warraq::searcher
