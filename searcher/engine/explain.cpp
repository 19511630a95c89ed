#include "searcher/engine/explain.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/archive/schema.h"
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

// The terms that stand for a word inside a phrase.
std::vector<ExplainedWord::Term> phrase_terms(const RunContext& context, const QueryWord& word) {
  const Xapian::Database& database = context.archive.database();
  std::vector<ExplainedWord::Term> result;
  const auto add = [&](std::string_view prefix) {
    const std::string term = archive::make_term(prefix, word.normalised);
    result.push_back({term, std::string(level_name(Level::phrase)), database.get_termfreq(term),
                      kWeights.phrase});
  };
  add(archive::prefix::kNormalised);
  if (context.analyzer.is_normalised_stop_word(word.normalised)) add(archive::prefix::kStopWord);
  return result;
}

ExplainedWord explain_word(const RunContext& context, const Inquiry& inquiry, std::size_t clause,
                           std::size_t word) {
  const AnalysedClause& around = inquiry.query().clauses[clause];
  const QueryWord& here = around.words[word];
  ExplainedWord result = {here.word, here.exact, here.normalised, here.stem, here.stop, {}};
  if (around.kind == ClauseKind::phrase && around.words.size() > 1) {
    result.terms = phrase_terms(context, here);
  }
  for (const ScoredPart& part : context.plan.parts) {
    if (part.clause != clause || part.word != word || part.level == Level::phrase) continue;
    result.terms.push_back({part.term, std::string(level_name(part.level)),
                            context.archive.database().get_termfreq(part.term), part.weight});
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

// A phrase has no term of its own to count by.
std::uint64_t occurrences_of_phrase(const RunContext& context, const corpus::Article& article,
                                    std::size_t clause) {
  std::uint64_t count = 0;
  analyzers::Analysis analysis;
  for (const std::string* text : {&article.title, &article.body}) {
    context.analyzer.analyze(*text, analysis);
    for (const Match& match : context.matcher.find(analysis.tokens())) {
      if (context.matcher.units()[match.unit].clause == clause) ++count;
    }
  }
  return count;
}

std::vector<ExplainedHit::Part> explain_score(const RunContext& context, const Inquiry& inquiry,
                                              Xapian::docid document,
                                              const corpus::Article& article) {
  const Xapian::Database& database = context.archive.database();
  std::vector<ExplainedHit::Part> result;
  for (const ScoredPart& part : context.plan.parts) {
    const double score = score_of(database, part, document, article.id);
    if (score == 0) continue;
    const std::uint64_t occurrences = part.level == Level::phrase
                                          ? occurrences_of_phrase(context, article, part.clause)
                                          : occurrences_of(database, part.term, document);
    result.push_back({spelling_of(inquiry.query(), part), part.term,
                      std::string(level_name(part.level)), occurrences, score});
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const auto& a, const auto& b) { return a.score > b.score; });
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
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const Xapian::docid document = page.articles[i].document;
    const corpus::Article article = read_article(context.archive, document, parser);
    result.hits.push_back({std::move(hits[i]), explain_score(context, inquiry, document, article)});
  }
  return result;
}

}  // namespace warraq::searcher
