#include "searcher/output/explanation.h"

#include <algorithm>
#include <iomanip>
#include <span>
#include <sstream>
#include <string>
#include <utility>

#include "searcher/output/format.h"
#include "searcher/output/json_hit.h"
#include "warraq/analyzers/direction.h"
#include "warraq/counted.h"

namespace warraq::searcher::output {
namespace {

using analyzers::isolate;

std::string rounded(double value) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(4) << value;
  return text.str();
}

// Of a prefix with hundreds.
constexpr std::size_t kMaxShownTerms = 20;

void print_word(std::ostream& out, const ExplainedWord& word) {
  out << "  " << isolate(word.word) << (word.stop ? "  (stop word)" : "") << "  exact "
      << isolate(word.exact) << "  normalised " << isolate(word.normalised) << "  stem "
      << isolate(word.stem) << '\n';
  const std::size_t shown = std::min(word.terms.size(), kMaxShownTerms);
  for (const ExplainedWord::Term& term : std::span(word.terms).first(shown)) {
    out << "    " << term.level << ' ' << isolate(term.term) << "  in "
        << counted(term.articles, "article") << ", weight " << term.weight << '\n';
  }
  if (shown < word.terms.size()) {
    out << "    and " << counted(word.terms.size() - shown, "term") << " more\n";
  }
}

void print_hit(std::ostream& out, const ExplainedHit& explained) {
  const Hit& hit = explained.hit;
  out << hit.rank << ". " << isolate(hit.article.id) << "  " << isolate(hit.article.title)
      << "\n   score " << rounded(hit.score) << '\n';
  for (const ExplainedHit::Part& part : explained.parts) {
    out << "   " << rounded(part.score) << "  " << part.level << ' ' << isolate(part.term)
        << " for " << isolate(part.word) << ", " << counted(part.occurrences, "time") << '\n';
  }
}

// Line by line, each of which is a text of its own.
void print_plan(std::ostream& out, const std::string& plan) {
  std::istringstream lines(plan);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t indent = line.find_first_not_of(' ');
    out << "  " << line.substr(0, indent) << isolate(line.substr(indent)) << '\n';
  }
}

Json json_of_word(const ExplainedWord& word) {
  Json terms = Json::array();
  for (const ExplainedWord::Term& term : word.terms) {
    terms.push_back({{"term", term.term},
                     {"level", term.level},
                     {"articles", term.articles},
                     {"weight", term.weight}});
  }
  return {{"word", word.word}, {"exact", word.exact}, {"normalised", word.normalised},
          {"stem", word.stem}, {"stop", word.stop},   {"terms", std::move(terms)}};
}

Json json_of_hit(const ExplainedHit& explained) {
  Json parts = Json::array();
  for (const ExplainedHit::Part& part : explained.parts) {
    parts.push_back({{"word", part.word},
                     {"term", part.term},
                     {"level", part.level},
                     {"occurrences", part.occurrences},
                     {"score", part.score}});
  }
  Json result = as_json(explained.hit);
  result["parts"] = std::move(parts);
  return result;
}

}  // namespace

void print_explanation_for_people(std::ostream& out, const Explanation& explanation) {
  out << "analysis  " << explanation.profile << '\n';
  if (!explanation.query.empty()) out << "read as   " << isolate(explanation.query) << '\n';
  out << "asks for  " << isolate(explanation.tree) << "\n\nsearched\n";
  print_plan(out, explanation.plan);
  out << "\nwords\n";
  for (const ExplainedWord& word : explanation.words) print_word(out, word);
  out << '\n';
  for (const ExplainedHit& hit : explanation.hits) print_hit(out, hit);
}

void print_explanation_as_json(std::ostream& out, const Explanation& explanation) {
  Json words = Json::array();
  for (const ExplainedWord& word : explanation.words) words.push_back(json_of_word(word));
  Json hits = Json::array();
  for (const ExplainedHit& hit : explanation.hits) hits.push_back(json_of_hit(hit));
  Json object = {
      {"version", kVersion},       {"profile", explanation.profile}, {"query", explanation.query},
      {"tree", explanation.tree},  {"plan", explanation.plan},       {"total", explanation.total},
      {"words", std::move(words)}, {"hits", std::move(hits)},        {"notes", explanation.notes}};
  if (!explanation.variants.empty()) object["variants"] = variants_json(explanation.variants);
  out << to_text(object) << '\n';
}

}  // namespace warraq::searcher::output
