// Near duplicates in a database that is finished but for them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <stop_token>

namespace warraq::indexer {

/// Writes the group of each article of the database `shard` that joined one into its slot. `work`
/// is a folder for files in between, `memory` as DuplicateFinder has it. Throws Stopped,
/// std::system_error and what Xapian throws.
void group_duplicates(const std::filesystem::path& shard, const std::filesystem::path& work,
                      std::size_t memory, const std::stop_token& stop);

}  // namespace warraq::indexer
