// What is searched for a query: terms with their weights, and the database query made of them.
#pragma once

#include <xapian.h>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/engine/bag_match.h"
#include "searcher/query/query.h"
#include "searcher/query/stream_phrase.h"

namespace warraq::searcher {

enum class Level { exact, normalised, stem, title, stop_word, phrase, near };

/// As explanations name it.
[[nodiscard]] std::string_view level_name(Level level);

/// A term that finds a word of a clause.
struct WordTerm {
  std::size_t word = 0;  ///< in the clause's words
  std::string term;
};

/// One part of a score that the database gives: a term, or what is found by several and settled on
/// the streams of words, with the factor it counts by.
struct ScoredPart {
  std::size_t clause = 0;  ///< in the query's clauses
  std::size_t word = 0;    ///< in the clause's words; 0 for a phrase, which stands for all of them
  Level level = Level::stem;
  std::string shown;  ///< the term, or the words as they are looked for
  double weight = 1;
  std::vector<WordTerm> terms;
  std::optional<StreamPhrase> phrase;  ///< what must stand in an article besides
  Xapian::Query query;                 ///< unscaled
};

/// A bare word whose very form counts where it stands in the best of what the stems found.
struct CloserForm {
  std::size_t clause = 0;
  std::size_t word = 0;
  std::string stem;  ///< the term that found it
  std::string normalised;
  std::uint16_t mark = 0;  ///< the form in a stream
};

struct Plan {
  std::vector<ScoredPart> parts;  ///< their scores and those of closer forms add up to a hit's
  std::vector<CloserForm> closer;
  Xapian::Query query;        ///< without the request's filters; empty if nothing can match
  std::vector<BagTerm> bag;   ///< the same where it is nothing but terms; else empty
  bool has_required = false;  ///< a phrase or exact word must be there
  /// The clauses that streams of words settled, by hashes: before an article is shown, its text
  /// must be looked at.
  std::vector<std::size_t> to_verify;
};

/// The plan refers to `archive`, whatever state of it is open when it is run.
[[nodiscard]] Plan make_plan(const AnalysedQuery& query, const analyzers::Analyzer& analyzer,
                             const archive::OpenArchive& archive);

}  // namespace warraq::searcher
