// The articles in a set over time.
#pragma once

#include "indexer/archive/open_archive.h"
#include "searcher/engine/document_set.h"
#include "warraq/searcher/facets.h"

namespace warraq::searcher {

/// What is counted beside the articles that were found.
struct TimelineScope {
  ArticleSet articles;    ///< those that the same names and days narrow the archive down to
  bool has_days = false;  ///< days are asked for: the timeline is as long as they have articles
};

/// Throws Error(usage) for more than kMaxIntervals, naming an interval that is long enough, and
/// what Xapian throws.
[[nodiscard]] Timeline make_timeline(const archive::OpenArchive& archive, const ArticleSet& found,
                                     const TimelineScope& scope, Interval interval);

}  // namespace warraq::searcher
