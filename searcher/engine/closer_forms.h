// The second look at the best articles: what stands in their streams of words that stems cannot
// tell.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/plan.h"

namespace warraq::searcher {

/// Scores articles by the closer forms of a plan: as BM25, with the rarity of the stem, because
/// how many articles hold a form is not counted anywhere. Holds references; used by one thread.
class CloserForms {
 public:
  /// Throws what Xapian throws.
  CloserForms(const archive::OpenArchive& archive, const Plan& plan);

  /// What one form adds.
  struct Part {
    const CloserForm* form = nullptr;
    std::uint32_t occurrences = 0;
    double score = 0;
  };

  /// The sum of what parts() gives.
  [[nodiscard]] double score(std::string_view stream);
  /// What each form adds that does stand there. Valid until the next call.
  [[nodiscard]] const std::vector<Part>& parts(std::string_view stream);

 private:
  const Plan& plan_;
  std::vector<double> weights_;  ///< of each form: factor and rarity
  double mean_length_ = 0;
  std::vector<Part> parts_;
};

/// The stream of words of a document. Throws what Xapian throws.
[[nodiscard]] std::string word_stream(const archive::OpenArchive& archive, Xapian::docid document);

}  // namespace warraq::searcher
