// The second look at the best articles: what stands in their streams of words that stems cannot
// tell, the very forms of the query's words and how near they stand to one another.
#pragma once

#include <xapian.h>
#include <bitset>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/bm25.h"
#include "searcher/engine/plan.h"

namespace warraq::searcher {

/// Scores articles by the closer forms of a plan, after BM25. In how many articles a form stands
/// is counted nowhere: it is taken from how many hold its stem, and in how many of the best the
/// form stands. Holds references to archive and plan; used by one thread.
class CloserForms {
 public:
  /// Throws what Xapian throws.
  CloserForms(const archive::OpenArchive& archive, const Plan& plan);

  /// What there is to know of one article.
  struct Evidence {
    std::vector<std::uint32_t> occurrences;  ///< by form
    std::vector<std::uint32_t> near;         ///< by pair of forms: how often they stand close
    std::uint32_t length = 0;                ///< as ranking counts it
  };
  [[nodiscard]] Evidence read(Xapian::docid document) const;

  /// Learns from the best articles how rare each form is. Before anything is scored.
  void learn(std::span<const Evidence> best);
  /// By form; to score more articles as these were.
  [[nodiscard]] const std::vector<double>& rarities() const { return rarities_; }
  void set_rarities(std::vector<double> rarities) { rarities_ = std::move(rarities); }

  /// What one form adds, or two that stand close (else `other` is the same).
  struct Part {
    const CloserForm* form = nullptr;
    const CloserForm* other = nullptr;
    std::uint32_t occurrences = 0;
    double score = 0;  ///< never negative
  };
  [[nodiscard]] std::vector<Part> parts(const Evidence& evidence) const;
  /// The sum of the parts.
  [[nodiscard]] double score(const Evidence& evidence) const;

 private:
  /// Calls `take(first form, second form, count, score)` for each part.
  template <typename Take>
  void for_each_part(const Evidence& evidence, Take take) const;

  const archive::OpenArchive& archive_;
  const std::vector<CloserForm>& forms_;
  std::size_t paired_;  ///< so many forms are looked at two by two
  std::bitset<65536> wanted_;
  std::vector<std::pair<std::uint16_t, std::uint32_t>> by_mark_;  ///< mark and form
  std::vector<double> holding_;  ///< by form: articles with its stem
  std::vector<double> rarities_;
  double articles_;
  Bm25 bm25_;
};

}  // namespace warraq::searcher
