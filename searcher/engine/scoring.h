// What the articles that were found score by.
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <vector>

#include "searcher/engine/bag_match.h"
#include "searcher/engine/match.h"
#include "searcher/engine/plan.h"

namespace warraq::searcher {

/// The parts of a plan's score as terms, for articles that `finder` found. Used by one thread.
class Scoring {
 public:
  /// Throws what Xapian throws.
  Scoring(const archive::OpenArchive& archive, const Plan& plan, ArticleFinder& finder,
          const ArticleSet& articles);
  Scoring(const Scoring&) = delete;
  Scoring& operator=(const Scoring&) = delete;

  [[nodiscard]] const std::vector<BagTerm>& terms() const { return terms_; }
  /// Those of the plan's part number `part`.
  [[nodiscard]] std::span<const BagTerm> terms_of(std::size_t part) const {
    return std::span(terms_).subspan(first_[part], first_[part + 1] - first_[part]);
  }

 private:
  void add(const ScoredPart& part);
  [[nodiscard]] std::vector<std::vector<CountedDocument>> count(
      const std::vector<std::size_t>& settled);

  const archive::OpenArchive& archive_;
  const Plan& plan_;
  ArticleFinder& finder_;
  const ArticleSet& articles_;
  std::deque<ArticleSet> only_;  // that terms refer to
  std::vector<BagTerm> terms_;
  std::vector<std::size_t> first_;  // by part, and one past the last
};

}  // namespace warraq::searcher
