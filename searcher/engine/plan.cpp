#include "searcher/engine/plan.h"

#include <unordered_set>

#include "indexer/archive/schema.h"
#include "searcher/engine/weights.h"

namespace warraq::searcher {
namespace {

namespace prefix = archive::prefix;
using archive::make_term;
using Xapian::Query;

Query scaled(const ScoredPart& part) {
  return part.weight == 1.0 ? part.query : Query(Query::OP_SCALE_WEIGHT, part.query, part.weight);
}

Query any_of(const std::vector<Query>& queries) {
  return {Query::OP_OR, queries.begin(), queries.end()};
}

// What `query` finds, ranked by `extra` too.
Query with_extra(const Query& query, const std::vector<Query>& extra) {
  return extra.empty() ? query : Query(Query::OP_AND_MAYBE, query, any_of(extra));
}

class Planner {
 public:
  Planner(const AnalysedQuery& query, const analyzers::Analyzer& analyzer)
      : query_(query), analyzer_(analyzer) {}

  Plan run() {
    for (clause_ = 0; clause_ < query_.clauses.size(); ++clause_) {
      const AnalysedClause& clause = query_.clauses[clause_];
      if (clause.kind == ClauseKind::words) {
        plan_bag(clause);
      } else {
        plan_required(clause);
      }
    }
    combine();
    return std::move(plan_);
  }

 private:
  void plan_bag(const AnalysedClause& clause) {
    for (std::size_t word = 0; word < clause.words.size(); ++word) {
      const QueryWord& here = clause.words[word];
      if (query_.stop_words_only) {
        plan_stop_word(here, word, clause.exact);
      } else if (!here.stop) {
        plan_word(here, word, clause.exact);
      }
    }
  }

  // One term finds, the others rank: each of them is only in articles that hold the first, and the
  // matcher is told so word by word (a fifth faster than any-of over all terms).
  void plan_word(const QueryWord& here, std::size_t word, bool exact) {
    Query finds;
    std::vector<Query> ranks;
    if (exact) {
      finds = part(Level::exact, prefix::kExact, here.exact, word, kWeights.exact);
    } else {
      finds = part(Level::stem, prefix::kStem, here.stem, word, kWeights.stem);
      add(ranks,
          part(Level::normalised, prefix::kNormalised, here.normalised, word, kWeights.normalised));
    }
    add(ranks, part(Level::title, prefix::kTitleStem, here.stem, word, kWeights.title));
    if (finds.empty()) {
      // Another word of the query came down to the same term.
      extra_.insert(extra_.end(), ranks.begin(), ranks.end());
    } else {
      any_.push_back(with_extra(finds, ranks));
    }
  }

  // A stop word alone is searched with the words that it shares a normalised form with: whoever
  // writes على may mean the name علي.
  void plan_stop_word(const QueryWord& here, std::size_t word, bool exact) {
    if (exact) {
      add(any_, part(Level::exact, prefix::kExact, here.exact, word, kWeights.exact));
      return;
    }
    add(any_, part(Level::stop_word, prefix::kStopWord, here.normalised, word, kWeights.stop_word));
    add(any_,
        part(Level::normalised, prefix::kNormalised, here.normalised, word, kWeights.stop_word));
  }

  void plan_required(const AnalysedClause& clause) {
    plan_.has_required = true;
    const bool one_word = clause.words.size() == 1;
    if (one_word && clause.exact) {
      add_required(Level::exact, make_term(prefix::kExact, clause.words[0].exact), kWeights.exact,
                   Query(make_term(prefix::kExact, clause.words[0].exact)));
    } else if (one_word) {
      const QueryWord& word = clause.words[0];
      add_required(Level::normalised, word.normalised, kWeights.phrase,
                   word.stop ? either_stop_or_not(word) : plain(word));
    } else {
      add_required(Level::phrase, words_of(clause), kWeights.phrase, phrase(clause));
      if (clause.exact) require_exact_words(clause);
    }
    for (std::size_t word = 0; word < clause.words.size(); ++word) {
      const QueryWord& here = clause.words[word];
      if (here.stop) continue;
      add(extra_, part(Level::title, prefix::kTitleStem, here.stem, word, kWeights.title));
    }
  }

  static Query plain(const QueryWord& word) {
    return Query(make_term(prefix::kNormalised, word.normalised));
  }

  static Query either_stop_or_not(const QueryWord& word) {
    return {Query::OP_OR, Query(make_term(prefix::kStopWord, word.normalised)), plain(word)};
  }

  // Newspapers write على for the name علي and the other way round, so that inside a phrase a form
  // that a stop word has stands for both.
  [[nodiscard]] Query phrase(const AnalysedClause& clause) const {
    std::vector<Query> words;
    for (const QueryWord& word : clause.words) {
      const bool either = analyzer_.is_normalised_stop_word(word.normalised);
      words.push_back(either ? either_stop_or_not(word) : plain(word));
    }
    return {Query::OP_PHRASE, words.begin(), words.end()};
  }

  static std::string words_of(const AnalysedClause& clause) {
    std::string result;
    for (const QueryWord& word : clause.words) {
      if (!result.empty()) result += ' ';
      result += word.normalised;
    }
    return result;
  }

  void require_exact_words(const AnalysedClause& clause) {
    std::vector<Query> terms;
    for (const QueryWord& word : clause.words) {
      terms.emplace_back(make_term(prefix::kExact, word.exact));
    }
    filters_.emplace_back(Query::OP_AND, terms.begin(), terms.end());
    plan_.to_verify.push_back(clause_);
  }

  void add_required(Level level, std::string term, double weight, Query query) {
    plan_.parts.push_back({clause_, 0, level, std::move(term), weight, std::move(query)});
    required_.push_back(scaled(plan_.parts.back()));
  }

  // A term of the plan, scaled; empty where the plan has it already: it counts once, however many
  // words of the query come down to it.
  Query part(Level level, std::string_view term_prefix, std::string_view form, std::size_t word,
             double weight) {
    std::string term = make_term(term_prefix, form);
    if (!seen_.insert(term).second) return {};
    Query query(term);
    plan_.parts.push_back({clause_, word, level, std::move(term), weight, std::move(query)});
    return scaled(plan_.parts.back());
  }

  static void add(std::vector<Query>& queries, const Query& query) {
    if (!query.empty()) queries.push_back(query);
  }

  void combine() {
    if (required_.empty()) {
      plan_.query = any_.empty() ? Query() : with_extra(any_of(any_), extra_);
      return;
    }
    Query query(Query::OP_AND, required_.begin(), required_.end());
    for (const Query& filter : filters_) query = Query(Query::OP_FILTER, query, filter);
    extra_.insert(extra_.end(), any_.begin(), any_.end());
    plan_.query = with_extra(query, extra_);
  }

  const AnalysedQuery& query_;
  const analyzers::Analyzer& analyzer_;
  std::size_t clause_ = 0;
  std::unordered_set<std::string> seen_;
  std::vector<Query> required_;  // all must match, and rank
  std::vector<Query> filters_;   // all must match
  std::vector<Query> any_;       // bare words
  std::vector<Query> extra_;     // rank, and find nothing themselves
  Plan plan_;
};

}  // namespace

std::string_view level_name(Level level) {
  switch (level) {
    case Level::exact:
      return "exact";
    case Level::normalised:
      return "normalised";
    case Level::stem:
      return "stem";
    case Level::title:
      return "title";
    case Level::stop_word:
      return "stop word";
    case Level::phrase:
      return "phrase";
  }
  return "";
}

Plan make_plan(const AnalysedQuery& query, const analyzers::Analyzer& analyzer) {
  return Planner(query, analyzer).run();
}

}  // namespace warraq::searcher
