// Queries to offer in the place of one that finds too little.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/archive/vocabulary.h"
#include "searcher/query/tree.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// What suggestions ask of an archive.
class ArchiveEvidence {
 public:
  ArchiveEvidence() = default;
  ArchiveEvidence(const ArchiveEvidence&) = delete;
  ArchiveEvidence& operator=(const ArchiveEvidence&) = delete;
  virtual ~ArchiveEvidence() = default;

  /// What a request finds.
  struct Found {
    std::uint64_t articles = 0;
    std::uint64_t which = 0;  ///< a hash of them: the same articles, the same number
  };
  /// Exactly; nothing for a request that cannot be searched.
  virtual Found find(const Request& request) = 0;
  /// How many articles have a word of this stem.
  virtual std::uint64_t articles_with(const std::string& stem) = 0;
  /// The vocabularies of all databases; none where the archive has none. They outlive this.
  virtual std::vector<const archive::Vocabulary*> vocabularies() = 0;
};

inline constexpr std::size_t kMaxSuggestions = 5;

/// A word that the archive does not hold in its form, and whose stem no more articles have, may be
/// there by chance: الريسية has the stem of ريس.
inline constexpr std::uint64_t kHardlyAnyArticles = 20;

/// What may be meant by `request`, whose query was read as `root` and found `total` articles: other
/// spellings first, then, where it found nothing, fewer words. Each of them finds something, and
/// none is offered where the query found articles for all of its words.
[[nodiscard]] std::vector<Suggestion> make_suggestions(const Request& request, const Node& root,
                                                       std::uint64_t total,
                                                       const analyzers::Analyzer& analyzer,
                                                       ArchiveEvidence& evidence);

}  // namespace warraq::searcher
