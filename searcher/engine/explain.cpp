#include "searcher/engine/explain.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/archive/schema.h"
#include "searcher/engine/closer_forms.h"
#include "searcher/engine/hits.h"
#include "searcher/engine/weights.h"

namespace warraq::searcher {
namespace {

// The word or phrase that a part of a score stands for.
std::string spelling_of(const AnalysedQuery& query, const ScoredPart& part) {
  const AnalysedClause& clause = query.clauses[part.clause];
  if (part.level != Level::phrase) return clause.words[part.word].word;
  std::string result;
  for (const QueryWord& word : clause.words) {
    if (!result.empty()) result += ' ';
    result += word.word;
  }
  return result;
}

ExplainedWord explain_word(const RunContext& context, const Inquiry& inquiry, std::size_t clause,
                           std::size_t word) {
  const QueryWord& here = inquiry.query().clauses[clause].words[word];
  ExplainedWord result = {here.word, here.exact, here.normalised, here.stem, here.stop, {}};
  for (const ScoredPart& part : context.plan.parts) {
    if (part.clause != clause) continue;
    for (const WordTerm& term : part.terms) {
      if (term.word != word) continue;
      result.terms.push_back({term.term, std::string(level_name(part.level)),
                              context.archive.term_frequency(term.term), part.weight});
    }
  }
  return result;
}

std::vector<ExplainedWord> explain_words(const RunContext& context, const Inquiry& inquiry) {
  std::vector<ExplainedWord> result;
  const auto& clauses = inquiry.query().clauses;
  for (std::size_t clause = 0; clause < clauses.size(); ++clause) {
    for (std::size_t word = 0; word < clauses[clause].words.size(); ++word) {
      result.push_back(explain_word(context, inquiry, clause, word));
    }
  }
  return result;
}

// What `part` adds to the score of `document`, whose id is `id`; 0 where it is not in it.
double score_of(const Xapian::Database& database, const ScoredPart& part, Xapian::docid document,
                const std::string& id) {
  using Xapian::Query;
  // An id may stand in a superseded version too: both are found, and the right one taken.
  const Query only_this(archive::make_term(archive::prefix::kId, id));
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(ranking_weight());
  enquire.set_query(
      Query(Query::OP_FILTER, Query(Query::OP_SCALE_WEIGHT, part.query, part.weight), only_this));
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  for (auto item = found.begin(); item != found.end(); ++item) {
    if (*item == document) return item.get_weight();
  }
  return 0;
}

std::uint64_t occurrences_of(const Xapian::Database& database, const std::string& term,
                             Xapian::docid document) {
  auto posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) return 0;
  posting.skip_to(document);
  const bool holds = posting != database.postlist_end(term) && *posting == document;
  return holds ? posting.get_wdf() : 0;
}

// What the second look added.
void explain_closer_forms(const AnalysedQuery& query, const CloserForms& closer,
                          Xapian::docid document, std::vector<ExplainedHit::Part>& result) {
  for (const CloserForms::Part& part : closer.parts(closer.read(document))) {
    const auto spelling = [&](const CloserForm& form) {
      return query.clauses[form.clause].words[form.word].word;
    };
    ExplainedHit::Part explained = {spelling(*part.form), part.form->normalised,
                                    std::string(level_name(Level::normalised)), part.occurrences,
                                    part.score};
    if (part.other != part.form) {
      explained.word += ' ' + spelling(*part.other);
      explained.term += ' ' + part.other->normalised;
      explained.level = level_name(Level::near);
    }
    result.push_back(std::move(explained));
  }
}

std::vector<ExplainedHit::Part> explain_score(const RunContext& context, const AnalysedQuery& query,
                                              const FoundArticle& found, const std::string& id) {
  const Xapian::Database& database = context.archive.database();
  std::string storage;
  const std::string_view stream =
      context.archive.word_stream(context.archive.place_of(found.document), storage);
  std::vector<ExplainedHit::Part> result;
  for (const ScoredPart& part : context.plan.parts) {
    const double score = score_of(database, part, found.document, id);
    if (score == 0) continue;
    const std::uint64_t occurrences = part.phrase
                                          ? part.phrase->count(stream, UINT32_MAX)
                                          : occurrences_of(database, part.shown, found.document);
    result.push_back({spelling_of(query, part), part.shown, std::string(level_name(part.level)),
                      occurrences, score});
  }
  return result;
}

}  // namespace

Explanation explain_page(const RunContext& context, const Inquiry& inquiry, const FoundPage& page,
                         corpus::ArticleParser& parser) {
  Explanation result;
  result.profile = analyzers::Analyzer::kProfile;
  result.tree = describe(inquiry.query());
  result.plan = context.plan.query.get_description();
  result.words = explain_words(context, inquiry);
  result.notes = inquiry.query().notes;
  std::vector<Hit> hits = make_hits(context.archive, context.analyzer, inquiry, page, parser);
  CloserForms closer(context.archive, context.plan);
  closer.set_rarities(page.rarities);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const FoundArticle& found = page.articles[i];
    auto parts = explain_score(context, inquiry.query(), found, hits[i].article.id);
    if (found.looked_at_again) {
      explain_closer_forms(inquiry.query(), closer, found.document, parts);
    }
    std::stable_sort(parts.begin(), parts.end(),
                     [](const auto& a, const auto& b) { return a.score > b.score; });
    result.hits.push_back({std::move(hits[i]), std::move(parts)});
  }
  return result;
}

}  // namespace warraq::searcher
