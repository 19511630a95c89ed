// All articles of a run as one database.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "indexer/run/article_source.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/indexer/indexer.h"

namespace warraq::indexer {

/// A database, and what its maker knows of it.
struct MadeShard {
  std::filesystem::path folder;
  std::vector<std::uint64_t> groups;  ///< as derive_files() takes them
};

/// Reads `source` to its end and writes its articles, each id once, to one database inside the
/// folder `work`; nothing where there were none. What is replaced is counted at `source`. Throws
/// Stopped, and what the workers throw.
///
/// In bulk: inverted in memory, sorted runs, each glass table written once.
[[nodiscard]] std::optional<MadeShard> make_shard_in_bulk(const std::filesystem::path& work,
                                                          ArticleSource& source,
                                                          const analyzers::Analyzer& analyzer,
                                                          const RunOptions& options);
/// Through Xapian's own writer, batch by batch, merged by its compactor: what the other way is held
/// against.
[[nodiscard]] std::optional<MadeShard> make_shard_through_xapian(
    const std::filesystem::path& work, ArticleSource& source, const analyzers::Analyzer& analyzer,
    const RunOptions& options);

/// Reads and analyses, and writes nothing. Ids are told apart within a batch only.
void rehearse(ArticleSource& source, const analyzers::Analyzer& analyzer,
              const RunOptions& options);

}  // namespace warraq::indexer
