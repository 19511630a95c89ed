// How many articles of a finished shard joined the group of an earlier near duplicate.
#pragma once

#include <filesystem>

#include "indexer/run/article_source.h"

namespace warraq::indexer {

/// Counts them at `source`, by the names of their sources. Throws what Xapian throws.
void count_duplicates(const std::filesystem::path& shard, ArticleSource& source);

}  // namespace warraq::indexer
