// Every article of an archive, in one state of it, while a writer may be at work.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

#include "warraq/analyzers/analyzer.h"
#include "warraq/corpus/article.h"

namespace warraq::indexer {

struct StoredArticle {
  const corpus::Article& article;
  std::uint64_t duplicate_group = 0;  ///< archive/duplicate_group.h
};

/// Calls `take` with each article, those of the shards first, until it returns false. Both hold
/// until the next. `live/` lasts for two commits of a writer only: its articles are first put into
/// a temporary file without a name. Throws Error.
void for_each_article(const std::filesystem::path& archive, const analyzers::Analyzer& analyzer,
                      const std::function<bool(const StoredArticle&)>& take);

}  // namespace warraq::indexer
