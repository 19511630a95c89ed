// A query as plain values: what was put, and what the analyser made of it. No Xapian here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "warraq/analyzers/analyzer.h"
#include "warraq/analyzers/variants.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// How a part of a query is matched.
enum class ClauseKind {
  words,   ///< any of the words, ranked
  phrase,  ///< the words as near as they are asked for; must be there. Of one word: that word
  prefix   ///< the words that begin with the one word
};

/// A part of a query as it was put.
struct Clause {
  ClauseKind kind = ClauseKind::words;
  bool exact = false;  ///< in the exact form, not the normalised one or the stem
  std::string text;
  bool operator==(const Clause&) const = default;
};

struct ParsedQuery {
  std::vector<Clause> clauses;
  std::vector<std::string> notes;  ///< what was not understood, for people
};

/// Longer queries are cut at this many bytes, between characters, with a note.
inline constexpr std::size_t kMaxQueryBytes = std::size_t{1} << 20;

/// Splits `text` into clauses; QUERY.md has the language. Never fails: what is not understood is
/// searched as words, and noted. Any bytes are taken.
[[nodiscard]] ParsedQuery parse_query(std::string_view text, Syntax syntax);

/// How near the words of a phrase must stand to one another.
struct Nearness {
  enum class Kind {
    side_by_side,  ///< in their order, nothing between them
    words,         ///< in any order, the first and the last at most `words` places apart
    sentence,      ///< in any order, all in one sentence
    paragraph      ///< in any order, all in one paragraph; a title is one
  };
  Kind kind = Kind::side_by_side;
  std::uint32_t words = 0;
  bool operator==(const Nearness&) const = default;
};

/// Which part of an article is searched.
enum class TextField { any, title, body };

struct QueryWord;

/// What is searched beside a word or phrase because it means the same, written otherwise: its words
/// side by side; one mostly, two where a name is written apart (عبد الله for عبدالله).
struct Variant {
  std::vector<QueryWord> words;
  /// Of one word: found by its normalised form and not by its stem, which other words share
  /// (سور, of سورية).
  bool by_form = false;
  std::vector<analyzers::VariantRule> rules = {};  ///< what made it
  double likeness = 0;  ///< how alike it is used, 0 to 1; 0 where that was not asked
};

/// One word of a query at every level, as analyzers::Token has them.
struct QueryWord {
  std::string word;  ///< in the query's own spelling
  std::string exact;
  std::string normalised;
  std::string stem;
  bool stop = false;
  bool part = false;  ///< of a word of the query that is searched as one (أ of أ.ف.ب)
  std::vector<Variant> variants = {};  ///< of a bare word
};

struct AnalysedClause {
  ClauseKind kind = ClauseKind::words;
  bool exact = false;
  std::vector<QueryWord> words;  ///< never empty; of `words` clauses, distinct
  Nearness nearness = {};        ///< of a phrase
  TextField field = TextField::any;
  std::vector<Variant> variants = {};  ///< of a phrase: other wordings of the whole
};

struct AnalysedQuery {
  std::vector<AnalysedClause> clauses;
  std::vector<std::string> notes;
  /// There is nothing but stop words, and no phrase: then they are searched after all.
  bool stop_words_only = false;
  bool all_words = false;  ///< every bare word must be there, not any of them
};

/// Runs every clause through the analyser; clauses without words fall out, and words past
/// `max_words` are cut with a note. `exact` puts the words of every clause in their exact form.
[[nodiscard]] AnalysedQuery analyse_query(const ParsedQuery& query,
                                          const analyzers::Analyzer& analyzer, bool exact,
                                          std::size_t max_words);

/// Requires every bare word, of one that has parts the whole. Where stems cannot tell that one is
/// there, because it was asked for in its exact form or is a stop word, it becomes a clause of its
/// own.
void require_all_words(AnalysedQuery& query);

/// The query as it was understood: any-of(word [stop word left out]) +"phrase" +="exact phrase";
/// all-of() where every word is required.
[[nodiscard]] std::string describe(const AnalysedQuery& query);

}  // namespace warraq::searcher
