// A query as plain values: what was put, and what the analyser made of it. No Xapian here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "warraq/analyzers/analyzer.h"
#include "warraq/analyzers/date.h"
#include "warraq/analyzers/variants.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// How a part of a query is matched.
enum class ClauseKind {
  words,   ///< any of the words, ranked
  phrase,  ///< the words as near as they are asked for; must be there. Of one word: that word
  prefix   ///< the words that begin with the one word
};

/// Longer queries are cut at this many bytes, between characters, with a note.
inline constexpr std::size_t kMaxQueryBytes = std::size_t{1} << 20;

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

/// What the analyser made of a word of `text`.
[[nodiscard]] QueryWord word_of(const analyzers::Token& token, std::string_view text);

/// What is looked for in the text of articles.
struct AnalysedClause {
  ClauseKind kind = ClauseKind::words;
  bool exact = false;
  std::vector<QueryWord> words;  ///< never empty; of `words` clauses, distinct; of `prefix`, one
  Nearness nearness = {};        ///< of a phrase
  TextField field = TextField::any;
  std::vector<Variant> variants = {};  ///< of a phrase: other wordings of the whole
  bool all = false;                    ///< of `words`: every one must be there, not any of them
  bool searches_stop_words = false;    ///< of `words`: there is nothing else
  bool excluded = false;  ///< what has it is not found: it neither ranks nor is highlighted
};

/// A field of an article that is asked for as a whole, not searched as text.
enum class NameField { source, category, author, agency };

/// What an article must be, or hold, to be found.
struct Condition {
  enum class Kind {
    clause,      ///< clause number `clause` is in its text
    name,        ///< its `name_field` is `name` (`whole`), or has its words side by side
    dates,       ///< its day is from `from` to `to`, both inclusive, either open
    duplicates,  ///< it is in the group `duplicate_group` of near duplicates
    all,         ///< every one of `children`; of none: any article
    any,         ///< at least one of `children`
    none         ///< not its one child
  };
  Kind kind = Kind::all;
  std::size_t clause = 0;
  NameField name_field = NameField::source;
  bool whole = false;
  std::string name = {};
  std::optional<analyzers::Date> from = {};
  std::optional<analyzers::Date> to = {};
  std::uint64_t duplicate_group = 0;
  std::vector<Condition> children = {};
};

/// Whether a condition only narrows down what something else finds: names, days, and what articles
/// must not have. Bare words beside it still find.
[[nodiscard]] bool only_narrows(const Condition& condition);

/// Those parts of a condition, at its top, that are nothing but names and days: what an article is
/// apart from its text. Without any, all articles.
[[nodiscard]] Condition scope_of(const Condition& condition);

/// Whether days are any part of a condition.
[[nodiscard]] bool asks_for_days(const Condition& condition);

/// A query's clauses, and the condition over them that articles are found by. Clauses that are not
/// excluded rank; those that are no part of the condition do nothing else.
struct AnalysedQuery {
  std::vector<AnalysedClause> clauses;
  Condition condition;
  std::vector<std::string> notes;
};

/// How a query is analysed.
struct AnalysisOptions {
  bool exact = false;            ///< the words of every clause in their exact form
  bool all_words = false;        ///< every bare word must be there, of one that has parts the whole
  std::size_t max_words = 1024;  ///< more are cut, with a note
};

struct Node;

/// Runs every part of the tree through the analyser; parts without words fall out. Nothing where
/// that leaves nothing to search.
[[nodiscard]] std::optional<AnalysedQuery> analyse_query(const Node& root,
                                                         const analyzers::Analyzer& analyzer,
                                                         const AnalysisOptions& options);

/// The query as it was understood: any-of(word [stop word left out]) +"phrase" -="exact phrase"
/// +(title:"phrase" OR prefix*).
[[nodiscard]] std::string describe(const AnalysedQuery& query);
/// A part of its condition, or a clause, alone.
[[nodiscard]] std::string describe(const AnalysedQuery& query, const Condition& condition);
[[nodiscard]] std::string describe(const AnalysedClause& clause);

}  // namespace warraq::searcher
