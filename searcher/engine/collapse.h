// Near duplicates in a list of hits: the best of them stands for its group.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/document_set.h"
#include "searcher/engine/found_article.h"
#include "searcher/engine/run.h"
#include "warraq/corpus/article.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

// All of these throw what Xapian throws.

/// The group of near duplicates of a document of archive.database().
[[nodiscard]] std::uint64_t group_of(const archive::OpenArchive& archive, Xapian::docid document);

/// The first article of each group, in the order of `ranked`.
[[nodiscard]] std::vector<FoundArticle> collapse(const archive::OpenArchive& archive,
                                                 std::span<const FoundArticle> ranked);

/// How many groups there are in a set.
[[nodiscard]] std::uint64_t count_groups(const archive::OpenArchive& archive,
                                         const ArticleSet& articles);

/// The page of the request in the collapsed list. Its total is of articles, as run_inquiry()'s.
[[nodiscard]] FoundPage run_collapsed(const RunContext& context);

/// What each of the articles `shown`, of as many groups, stands for among those `found`.
[[nodiscard]] std::vector<Copies> copies_of(const archive::OpenArchive& archive,
                                            const analyzers::Analyzer& analyzer,
                                            const ArticleSet& found,
                                            std::span<const FoundArticle> shown,
                                            corpus::ArticleParser& parser);

}  // namespace warraq::searcher
