#include "searcher/engine/explain.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "searcher/engine/bag_match.h"
#include "searcher/engine/closer_forms.h"
#include "searcher/engine/describe_match.h"
#include "searcher/engine/hits.h"
#include "searcher/engine/match.h"
#include "searcher/engine/scoring.h"
#include "searcher/query/tree.h"

namespace warraq::searcher {
namespace {

// The word or phrase that a part of a score stands for.
std::string spelling_of(const AnalysedQuery& query, const ScoredPart& part) {
  const AnalysedClause& clause = query.clauses[part.clause];
  if (part.level == Level::prefix) return clause.words.front().word + '*';
  if (part.level != Level::phrase) return clause.words[part.word].word;
  std::string result;
  for (const QueryWord& word : clause.words) {
    if (!result.empty()) result += ' ';
    result += word.word;
  }
  return result;
}

/// Explains the words of a query, each with what it scores by.
class WordExplainer {
 public:
  WordExplainer(const RunContext& context, ArticleFinder& finder, const ArticleSet& all)
      : context_(context), finder_(finder), all_(all) {}

  std::vector<ExplainedWord> explain() {
    std::vector<ExplainedWord> result;
    const auto& clauses = context_.inquiry.query().clauses;
    for (std::size_t clause = 0; clause < clauses.size(); ++clause) {
      for (std::size_t word = 0; word < clauses[clause].words.size(); ++word) {
        result.push_back(explain(clause, word));
      }
    }
    return result;
  }

 private:
  ExplainedWord explain(std::size_t clause, std::size_t word) {
    const QueryWord& here = context_.inquiry.query().clauses[clause].words[word];
    ExplainedWord result = {here.word, here.exact, here.normalised, here.stem, here.stop, {}};
    for (const ScoredPart& part : context_.inquiry.plan().parts) {
      if (part.clause != clause) continue;
      for (const WordTerm& term : part.terms) {
        if (term.word == word) add_term(term.term, part, result);
      }
      if (part.word == word) add_variants(part, result);
    }
    return result;
  }

  // Once, whichever wordings of a phrase have it.
  void add_term(const std::string& term, const ScoredPart& part, ExplainedWord& result) {
    const std::string_view level = level_name(part.level);
    const bool known = std::any_of(
        result.terms.begin(), result.terms.end(),
        [&](const ExplainedWord::Term& each) { return each.term == term && each.level == level; });
    if (known) return;
    result.terms.push_back(
        {term, std::string(level), context_.archive.term_frequency(term), part.weight});
  }

  // Those that are found by their form, or side by side, and not by a term.
  void add_variants(const ScoredPart& part, ExplainedWord& result) {
    for (const std::size_t number : part.counted) {
      const AnalysedClause& variant = context_.inquiry.plan().settled[number].clause;
      std::string words;
      for (const QueryWord& word : variant.words) {
        words += (words.empty() ? "" : " ") + word.normalised;
      }
      const Level level = variant.words.size() == 1 ? Level::normalised : Level::phrase;
      result.terms.push_back({std::move(words), std::string(level_name(level)),
                              finder_.settle({number}, all_).count(), part.weight});
    }
  }

  const RunContext& context_;
  ArticleFinder& finder_;
  const ArticleSet& all_;
};

// In the query language, so that it can be put again.
std::string as_it_was_read(const Request& request) {
  const QueryTree tree = read_query(request.query, request.syntax);
  return print_query(tree.root);
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

std::vector<ExplainedHit::Part> explain_score(const RunContext& context, const Scoring& scoring,
                                              Xapian::docid document) {
  const Plan& plan = context.inquiry.plan();
  std::string storage;
  const std::string_view stream =
      context.archive.word_stream(context.archive.place_of(document), storage);
  std::vector<ExplainedHit::Part> result;
  for (std::size_t i = 0; i < plan.parts.size(); ++i) {
    const ScoredPart& part = plan.parts[i];
    TermScore sum;
    for (const BagTerm& term : scoring.terms_of(i)) {
      const TermScore score = score_in(context.archive, term, document);
      sum.occurrences += score.occurrences;
      sum.score += score.score;
    }
    if (sum.score == 0) continue;
    // Of a phrase, how often it stands there, and not its words.
    if (!part.only.empty()) sum.occurrences = plan.settled[part.only.front()].count(stream);
    result.push_back({spelling_of(context.inquiry.query(), part), part.shown,
                      std::string(level_name(part.level)), sum.occurrences, sum.score});
  }
  return result;
}

}  // namespace

Explanation explain_page(const RunContext& context, const FoundPage& page,
                         corpus::ArticleParser& parser) {
  const Inquiry& inquiry = context.inquiry;
  Explanation result;
  result.profile = analyzers::Analyzer::kProfile;
  result.total = page.total;
  result.query = as_it_was_read(inquiry.request());
  result.tree = describe(inquiry.query());
  ArticleFinder finder(context.archive, context.analyzer, inquiry);
  const ArticleSet all = all_articles(context.archive);
  const ArticleSet articles = finder.find(inquiry.query().condition, all);
  result.plan = describe_match(inquiry, finder, all);
  result.words = WordExplainer(context, finder, all).explain();
  result.notes = inquiry.notes();
  std::vector<Hit> hits = make_hits(context.archive, context.analyzer, inquiry, page, parser);
  const Scoring scoring(context.archive, inquiry.plan(), finder, articles);
  CloserForms closer(context.archive, inquiry.plan());
  closer.set_rarities(page.rarities);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const FoundArticle& found = page.articles[i];
    auto parts = explain_score(context, scoring, found.document);
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
