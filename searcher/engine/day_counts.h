// How many articles there are of each day.
#pragma once

#include <cstdint>
#include <map>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/document_set.h"

namespace warraq::searcher {

/// By YYYYMMDD, in order; 0 for articles without a date.
using DayCounts = std::map<std::uint32_t, std::uint64_t>;

/// Throws what Xapian throws.
[[nodiscard]] DayCounts count_days(const archive::OpenArchive& archive, const ArticleSet& articles);

}  // namespace warraq::searcher
