// What is searched for a query: terms with their weights, and the database query made of them.
#pragma once

#include <xapian.h>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query.h"

namespace warraq::searcher {

enum class Level { exact, normalised, stem, title, stop_word, phrase };

/// As explanations name it.
[[nodiscard]] std::string_view level_name(Level level);

/// One part of a score: a term, or a phrase of several, with the factor it counts by.
struct ScoredPart {
  std::size_t clause = 0;  ///< in the query's clauses
  std::size_t word = 0;    ///< in the clause's words; 0 for a phrase, which stands for all of them
  Level level = Level::stem;
  std::string term;  ///< as it is in the database; of a phrase, its words
  double weight = 1;
  Xapian::Query query;  ///< unscaled
};

struct Plan {
  std::vector<ScoredPart> parts;  ///< their scores add up to a hit's
  Xapian::Query query;            ///< without the request's filters; empty if nothing can match
  bool has_required = false;      ///< a phrase or exact word must be there
  /// Exact phrases, by clause, which no term can settle: an article that the query finds has their
  /// words, and its text must be looked at.
  std::vector<std::size_t> to_verify;
};

[[nodiscard]] Plan make_plan(const AnalysedQuery& query, const analyzers::Analyzer& analyzer);

}  // namespace warraq::searcher
