// Several databases into one, by Xapian's compaction.
#pragma once

#include <filesystem>
#include <stop_token>
#include <vector>

namespace warraq::indexer {

enum class Numbering {
  anew,  ///< the sources' documents follow one another, in the order of the sources
  kept   ///< as in the one source
};

/// Databases that are put together in one step: each takes some five open files.
inline constexpr std::size_t kMaxMergedAtOnce = 64;

/// Writes the documents of `sources` (kMaxMergedAtOnce at the most) to a new database at `output`,
/// synced. Throws Stopped (run/stopped.h) between two tables when asked to, and what Xapian throws.
void merge_databases(const std::vector<std::filesystem::path>& sources,
                     const std::filesystem::path& output, Numbering numbering,
                     std::stop_token stop);

}  // namespace warraq::indexer
