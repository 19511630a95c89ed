// Sorted runs put together: into a database, or into a longer run where there are too many.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>
#include <vector>

#include "indexer/archive/stored_text.h"
#include "indexer/duplicates/group.h"
#include "indexer/invert/run.h"

namespace warraq::indexer {

/// Runs that are read side by side: each takes an open file, and a buffer of 32 KB for it.
inline constexpr std::size_t kMaxRunsAtOnce = 128;

/// Writes the documents of `runs`, in their order and numbered from 1, to a new database at
/// `database`, with the groups that they joined in `duplicates`, which counts them from 0 and all
/// through, and with `dictionary`, that they are stored with, or null, and their vocabulary: each
/// table once, several at a time on up to `jobs` threads. Merges to longer runs first where there
/// are more than kMaxRunsAtOnce; takes the runs away. Throws Stopped, and what streams and the
/// writer of databases throw.
void write_database(std::vector<Run> runs, const archive::TextDictionary* dictionary,
                    const DuplicateGroups& duplicates, const std::filesystem::path& database,
                    unsigned jobs, const std::stop_token& stop);

}  // namespace warraq::indexer
