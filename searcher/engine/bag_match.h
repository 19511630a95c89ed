// The best articles of a query that is nothing but terms, and how many match: our own matcher over
// packed postings, several times faster than the database's and always exact in its count.
#pragma once

#include <xapian.h>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/found_article.h"

namespace warraq::searcher {

/// A term of a bag, and what it does there.
struct BagTerm {
  enum class Role {
    finds,    ///< an article with any such term matches
    demands,  ///< only articles with all such terms match, and `finds` ranks like `ranks`
    ranks     ///< adds to the score of what matches
  };
  std::string term;
  double weight = 1;  ///< factor in the score
  Role role = Role::finds;
};

struct BagResult {
  std::vector<FoundArticle> best;  ///< by score, equals by number
  std::uint64_t total = 0;         ///< articles that match
};

/// Up to `count` best articles by the sum of BM25 (bm25.h) over the terms, superseded ones left
/// out. Throws what Xapian throws.
[[nodiscard]] BagResult match_bag(const archive::OpenArchive& archive,
                                  std::span<const BagTerm> terms, std::size_t count);

}  // namespace warraq::searcher
