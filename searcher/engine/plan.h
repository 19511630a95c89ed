// What is searched for a query: how articles that match are told, and what they score by.
#pragma once

#include <xapian.h>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/bag_match.h"
#include "searcher/engine/prefix_words.h"
#include "searcher/query/query.h"
#include "searcher/query/stream_phrase.h"

namespace warraq::searcher {

enum class Level { exact, normalised, stem, title, stop_word, phrase, prefix, near };

/// As explanations name it.
[[nodiscard]] std::string_view level_name(Level level);

/// What terms alone cannot tell: whether words stand in an article in a form, or near one another.
struct Settled {
  AnalysedClause clause;  ///< a phrase, or a prefix
  /// An article that has it has one term of each.
  std::vector<std::vector<std::string>> terms;
  std::variant<StreamPhrase, StreamForms> in_stream;

  [[nodiscard]] bool stands_in(std::string_view stream) const {
    return std::visit([&](const auto& test) { return test.stands_in(stream); }, in_stream);
  }
  [[nodiscard]] std::uint32_t count(std::string_view stream,
                                    std::uint32_t at_most = UINT32_MAX) const {
    return std::visit([&](const auto& test) { return test.count(stream, at_most); }, in_stream);
  }
};

/// Tells that a word stands in the body: where `term` counts more than `in_title`.
struct BodyTerm {
  std::string term;
  std::string in_title;
};

/// How the articles are found that have a word, or a phrase, of a clause: by any of these.
struct WordFinder {
  std::vector<std::string> terms;
  std::vector<BodyTerm> body_terms;
  std::vector<std::size_t> settled;  ///< in the plan's
};

/// A term that finds a word of a clause.
struct WordTerm {
  std::size_t word = 0;  ///< in the clause's words
  std::string term;
};

/// One part of a score, with the factor it counts by.
struct ScoredPart {
  std::size_t clause = 0;  ///< in the query's clauses
  std::size_t word = 0;    ///< in the clause's words; 0 for a phrase, which stands for all of them
  Level level = Level::stem;
  std::string shown;  ///< the term, or the words as they are looked for
  double weight = 1;
  std::vector<WordTerm> terms;
  bool as_one = false;  ///< the terms count as one, their occurrences summed; else each by itself
  std::vector<std::size_t> counted = {};  ///< of the plan's settled: their occurrences besides
  std::vector<std::size_t> only =
      {};  ///< one of these must stand in an article, where there are any
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
  /// Of a clause: of `words` those that are looked for.
  [[nodiscard]] const std::vector<WordFinder>& finders_of(std::size_t clause) const {
    return finders[finders_at[clause]];
  }

  std::vector<std::vector<WordFinder>> finders;
  std::vector<std::size_t> finders_at;  ///< in `finders`, by clause: a prefix has its own once
  std::vector<Settled> settled;
  std::vector<ScoredPart> parts;  ///< their scores and those of closer forms add up to a hit's
  std::vector<CloserForm> closer;
  std::vector<BagTerm> bag;  ///< all there is, where that is nothing but bare words; else empty
  std::vector<std::string> notes;
};

/// For this state of the archive: which words begin with a prefix is looked up in it. Throws what
/// Xapian throws.
[[nodiscard]] Plan make_plan(const AnalysedQuery& query, const analyzers::Analyzer& analyzer,
                             const archive::OpenArchive& archive);

}  // namespace warraq::searcher
