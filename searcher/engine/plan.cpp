#include "searcher/engine/plan.h"

#include <span>
#include <unordered_set>
#include <utility>

#include "indexer/archive/schema.h"
#include "searcher/engine/stream_source.h"
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
  Planner(const AnalysedQuery& query, const analyzers::Analyzer& analyzer,
          const archive::OpenArchive& archive)
      : query_(query), analyzer_(analyzer), archive_(archive) {}

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
    const Query finds =
        exact ? settled(Level::exact, here, word, true, kWeights.exact, Stands::as_it_is)
              : term(Level::stem, prefix::kStem, here.stem, word, kWeights.stem);
    if (!exact) add_closer_form(here, word);
    const Query title = term(Level::title, prefix::kTitleStem, here.stem, word, kWeights.title);
    std::vector<Query> ranks;
    add(ranks, title);
    // Empty where another word of the query came down to the same term.
    if (finds.empty() || only_ranks(here)) {
      add(extra_, finds);
      extra_.insert(extra_.end(), ranks.begin(), ranks.end());
    } else {
      any_.push_back(with_extra(finds, ranks));
    }
  }

  // A part of a word that is demanded as a whole.
  [[nodiscard]] bool only_ranks(const QueryWord& word) const {
    return query_.all_words && word.part;
  }

  void add_closer_form(const QueryWord& here, std::size_t word) {
    plan_.closer.push_back({clause_, word, make_term(prefix::kStem, here.stem), here.normalised,
                            archive::form_mark(here.normalised, false)});
  }

  // A stop word alone is searched with the words that it shares a normalised form with: whoever
  // writes على may mean the name علي.
  void plan_stop_word(const QueryWord& here, std::size_t word, bool exact) {
    if (exact) {
      add(any_, settled(Level::exact, here, word, true, kWeights.exact, Stands::as_it_is));
      return;
    }
    add(any_, term(Level::stop_word, prefix::kStopWord, here.normalised, word, kWeights.stop_word));
    QueryWord name = here;
    name.stop = false;
    add(any_, settled(Level::normalised, name, word, false, kWeights.stop_word, Stands::as_it_is));
  }

  /// Which of the two that share its normalised form a word stands for: a stop word, or another.
  enum class Stands { as_it_is, either };

  static std::vector<std::string> terms_of(const QueryWord& word, Stands stands) {
    std::vector<std::string> terms;
    if (stands == Stands::either || !word.stop) {
      terms.push_back(make_term(prefix::kStem, word.stem));
    }
    if (stands == Stands::either || word.stop) {
      terms.push_back(make_term(prefix::kStopWord, word.normalised));
    }
    return terms;
  }

  // A word that stands in the articles in this form: found by its term, settled on the stream.
  Query settled(Level level, const QueryWord& here, std::size_t word, bool exact, double weight,
                Stands stands) {
    const std::string& form = exact ? here.exact : here.normalised;
    if (!seen_.insert(std::string(exact ? "=" : "\"").append(form)).second) return {};
    needs_verifying_ = true;
    ScoredPart part{clause_, word, level, form, weight, {}, {}, {}};
    part.phrase.emplace(std::span(&here, 1), exact, Nearness{}, TextField::any, analyzer_);
    part.query = with_stream(found_by(part, terms_of(here, stands)), part);
    return add_part(std::move(part));
  }

  // An article that has any of the terms.
  static Query found_by(ScoredPart& part, const std::vector<std::string>& terms) {
    for (const std::string& each : terms) part.terms.push_back({part.word, each});
    return {Query::OP_OR, terms.begin(), terms.end()};
  }

  [[nodiscard]] Query with_stream(const Query& query, const ScoredPart& part) const {
    StreamSource source(archive_, *part.phrase, part.shown);  // the query clones it
    return {Query::OP_FILTER, query, Query(&source)};
  }

  void plan_required(const AnalysedClause& clause) {
    plan_.has_required = true;
    plan_.to_verify.push_back(clause_);
    const bool one_word = clause.words.size() == 1;
    ScoredPart part{clause_, 0, Level::phrase, words_of(clause), kWeights.phrase, {}, {}, {}};
    if (one_word) part.level = clause.exact ? Level::exact : Level::normalised;
    part.phrase.emplace(clause.words, clause.exact, clause.nearness, clause.field, analyzer_);
    std::vector<Query> words;
    for (const QueryWord& word : clause.words) {
      part.word = static_cast<std::size_t>(&word - clause.words.data());
      words.push_back(found_by(part, terms_of(word, stands_in_phrase(clause, word))));
    }
    part.word = 0;
    part.query = with_stream(Query(Query::OP_AND, words.begin(), words.end()), part);
    required_.push_back(add_part(std::move(part)));
    for (std::size_t word = 0; word < clause.words.size(); ++word) {
      const QueryWord& here = clause.words[word];
      if (here.stop) continue;
      add(extra_, term(Level::title, prefix::kTitleStem, here.stem, word, kWeights.title));
    }
  }

  // Newspapers write على for the name علي and the other way round, so that inside a phrase a form
  // that a stop word has stands for both.
  [[nodiscard]] Stands stands_in_phrase(const AnalysedClause& clause, const QueryWord& word) const {
    if (clause.exact) return Stands::as_it_is;
    if (clause.words.size() == 1) return word.stop ? Stands::either : Stands::as_it_is;
    const bool either = analyzer_.is_normalised_stop_word(word.normalised);
    return either ? Stands::either : Stands::as_it_is;
  }

  static std::string words_of(const AnalysedClause& clause) {
    std::string result;
    for (const QueryWord& word : clause.words) {
      if (!result.empty()) result += ' ';
      result += clause.exact ? word.exact : word.normalised;
    }
    return result;
  }

  // A term of the plan, scaled; empty where the plan has it already: it counts once, however many
  // words of the query come down to it.
  Query term(Level level, std::string_view term_prefix, std::string_view form, std::size_t word,
             double weight) {
    std::string name = make_term(term_prefix, form);
    if (!seen_.insert(name).second) return {};
    Query query(name);
    return add_part(
        {clause_, word, level, name, weight, {{word, name}}, std::nullopt, std::move(query)});
  }

  Query add_part(ScoredPart part) {
    plan_.parts.push_back(std::move(part));
    return scaled(plan_.parts.back());
  }

  static void add(std::vector<Query>& queries, const Query& query) {
    if (!query.empty()) queries.push_back(query);
  }

  void combine() {
    fill_bag();
    if (query_.all_words) required_.insert(required_.end(), any_.begin(), any_.end());
    if (required_.empty()) {
      plan_.query = any_.empty() ? Query() : with_extra(any_of(any_), extra_);
      if (needs_verifying_) plan_.to_verify.push_back(0);  // the one clause there is
      return;
    }
    const Query query(Query::OP_AND, required_.begin(), required_.end());
    if (!query_.all_words) extra_.insert(extra_.end(), any_.begin(), any_.end());
    plan_.query = with_extra(query, extra_);
  }

  void fill_bag() {
    for (const ScoredPart& part : plan_.parts) {
      if (part.phrase) {
        plan_.bag.clear();
        return;
      }
      const bool ranks =
          part.level == Level::title || only_ranks(query_.clauses[part.clause].words[part.word]);
      const auto finds = query_.all_words ? BagTerm::Role::demands : BagTerm::Role::finds;
      plan_.bag.push_back({part.shown, part.weight, ranks ? BagTerm::Role::ranks : finds});
    }
  }

  const AnalysedQuery& query_;
  const analyzers::Analyzer& analyzer_;
  const archive::OpenArchive& archive_;
  std::size_t clause_ = 0;
  std::unordered_set<std::string> seen_;
  bool needs_verifying_ = false;  // a bare word was settled on streams
  std::vector<Query> required_;   // all must match, and rank
  std::vector<Query> any_;        // bare words
  std::vector<Query> extra_;      // rank, and find nothing themselves
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
    case Level::near:
      return "near";
  }
  return "";
}

Plan make_plan(const AnalysedQuery& query, const analyzers::Analyzer& analyzer,
               const archive::OpenArchive& archive) {
  return Planner(query, analyzer, archive).run();
}

}  // namespace warraq::searcher
