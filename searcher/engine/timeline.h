// The articles in a set over time.
#pragma once

#include "indexer/archive/open_archive.h"
#include "searcher/engine/document_set.h"
#include "warraq/searcher/facets.h"

namespace warraq::searcher {

/// Throws Error(usage) for more than kMaxIntervals, naming an interval that is long enough, and
/// what Xapian throws.
[[nodiscard]] Timeline make_timeline(const archive::OpenArchive& archive,
                                     const ArticleSet& articles, Interval interval);

}  // namespace warraq::searcher
