// The words of a phrase near one another among the tokens of a text: for highlights, and to settle
// what is shown. StreamPhrase follows the same rules on streams.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/query/near_window.h"
#include "searcher/query/query.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/analyzers/sentences.h"

namespace warraq::searcher {

/// A word that stands near enough to the others.
struct NearWord {
  std::uint32_t begin = 0;  ///< bytes
  std::uint32_t end = 0;
  std::uint32_t window = 0;  ///< from 1: the same where windows have words in common
};

/// Holds references to the clause it was made for, which must outlive it. Immutable.
class NearMatcher {
 public:
  /// A phrase whose nearness is any but side by side.
  explicit NearMatcher(const AnalysedClause& clause);

  /// The words that stand near enough, in the order of the text and each
  /// once; none where not all of them do. Of the same word before and after the others both are
  /// there, where either makes a window with them (NearWindow).
  ///
  /// `boundaries` is what boundaries_of() has of the tokens; it may be left empty where the
  /// nearness is told in words. A title and a body are texts of their own; the clause's field is
  /// the caller's.
  [[nodiscard]] std::vector<NearWord> find(std::span<const analyzers::Token> tokens,
                                           std::span<const analyzers::Boundary> boundaries) const;

 private:
  struct Word {
    std::uint32_t number = 0;
    bool stop = false;
  };

  [[nodiscard]] bool is(const Word& word, const analyzers::Token& token) const;

  const AnalysedClause& clause_;
  std::vector<std::uint32_t> times_;  // as NearWindow takes them
  std::unordered_multimap<std::string_view, Word> forms_;
};

}  // namespace warraq::searcher
