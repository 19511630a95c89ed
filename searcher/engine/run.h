// Runs an inquiry against an archive: which articles, in which order, and how many in all.
#pragma once

#include <xapian.h>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/document_set.h"
#include "searcher/engine/found_article.h"
#include "searcher/engine/inquiry.h"
#include "warraq/analyzers/analyzer.h"

namespace warraq::searcher {

struct FoundPage {
  std::vector<FoundArticle> articles;
  std::uint64_t total = 0;       ///< always exact
  std::vector<double> rarities;  ///< of closer forms, as the second look took them
  /// All that was found, where ranking took a set: bare words are found as they are ranked.
  std::optional<ArticleSet> found = {};
};

/// What a run needs. All must outlive it.
struct RunContext {
  const archive::OpenArchive& archive;
  const analyzers::Analyzer& analyzer;
  const Inquiry& inquiry;
};

/// The page of the request: relevance, or the order of dates with relevance second and articles
/// without a date last. What nothing ranks comes newest first. An id never shows twice. Throws what
/// Xapian throws.
[[nodiscard]] FoundPage run_inquiry(const RunContext& context);
/// Another page of it.
[[nodiscard]] FoundPage run_inquiry(const RunContext& context, std::size_t offset,
                                    std::size_t limit);

}  // namespace warraq::searcher
