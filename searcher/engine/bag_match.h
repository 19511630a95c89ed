// Scores: our own matcher over packed postings, several times faster than the database's, that
// counts everything.
#pragma once

#include <xapian.h>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/document_set.h"
#include "searcher/engine/found_article.h"

namespace warraq::searcher {

/// How often something that no term counts stands in a document, which is `length` words long.
struct CountedDocument {
  std::uint32_t document = 0;
  std::uint32_t occurrences = 0;
  std::uint32_t length = 0;
};

/// What is scored as one term, and what it does.
struct BagTerm {
  enum class Role {
    finds,    ///< an article with any such term matches
    demands,  ///< only articles with all such terms match, and `finds` ranks like `ranks`
    ranks     ///< adds to the score of what matches
  };
  std::vector<std::string> terms;  ///< mostly one; of several the occurrences are summed
  double weight = 1;               ///< factor in the score
  Role role = Role::finds;
  const ArticleSet* only = nullptr;  ///< `ranks` these alone, where there are any
  /// What is summed besides, in any order, by database.
  std::vector<std::vector<CountedDocument>> counted = {};
};

struct BagResult {
  std::vector<FoundArticle> best;  ///< by score, equals by number
  std::uint64_t total = 0;         ///< articles that match
};

/// Up to `count` best articles by the sum of BM25 (bm25.h) over the terms, superseded ones left
/// out. Throws what Xapian throws.
[[nodiscard]] BagResult match_bag(const archive::OpenArchive& archive,
                                  std::span<const BagTerm> terms, std::size_t count);

/// Calls `take` for each of `articles` with what the terms, which all rank, give it. In the order
/// of databases and documents. Throws what Xapian throws.
void score_articles(const archive::OpenArchive& archive, std::span<const BagTerm> terms,
                    const ArticleSet& articles,
                    const std::function<void(const FoundArticle&)>& take);

/// What a term gives one article.
struct TermScore {
  std::uint64_t occurrences = 0;
  double score = 0;
};

/// `document` is a number among the archive's databases. Throws what Xapian throws.
[[nodiscard]] TermScore score_in(const archive::OpenArchive& archive, const BagTerm& term,
                                 Xapian::docid document);

}  // namespace warraq::searcher
