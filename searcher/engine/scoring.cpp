#include "searcher/engine/scoring.h"

#include <string>
#include <utility>

namespace warraq::searcher {
namespace {

std::uint32_t length_of(const archive::OpenedDatabase& database, std::uint32_t document) {
  if (database.packed) {
    const auto lengths = database.packed->lengths();
    if (document < lengths.size()) return lengths[document];
  }
  return database.database.get_doclength(document);
}

}  // namespace

Scoring::Scoring(const archive::OpenArchive& archive, const Plan& plan, ArticleFinder& finder,
                 const ArticleSet& articles)
    : archive_(archive), plan_(plan), finder_(finder), articles_(articles) {
  for (const ScoredPart& part : plan.parts) {
    first_.push_back(terms_.size());
    add(part);
  }
  first_.push_back(terms_.size());
}

void Scoring::add(const ScoredPart& part) {
  const ArticleSet* only = nullptr;
  if (!part.only.empty()) only = &only_.emplace_back(finder_.settle(part.only, articles_));
  BagTerm term{{}, part.weight, BagTerm::Role::ranks, only};
  for (const WordTerm& each : part.terms) {
    term.terms.push_back(each.term);
    if (part.as_one) continue;
    terms_.push_back(term);
    term.terms.clear();
  }
  if (!part.as_one) return;
  if (!part.counted.empty()) term.counted = count(part.counted);
  terms_.push_back(std::move(term));
}

std::vector<std::vector<CountedDocument>> Scoring::count(const std::vector<std::size_t>& settled) {
  std::vector<std::vector<CountedDocument>> result(articles_.databases.size());
  std::string storage;
  for (const std::size_t number : settled) {
    const ArticleSet found = finder_.settle({number}, articles_);
    for (std::size_t i = 0; i < result.size(); ++i) {
      found.databases[i].for_each([&](std::uint32_t document) {
        const auto stream = archive_.word_stream({i, document}, storage);
        result[i].push_back({document, plan_.settled[number].count(stream),
                             length_of(archive_.databases()[i], document)});
      });
    }
  }
  return result;
}

}  // namespace warraq::searcher
