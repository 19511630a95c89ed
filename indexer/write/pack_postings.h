// A shard's packed postings, out of its database.
#pragma once

#include <filesystem>

namespace warraq::indexer {

/// Makes the file (indexer/archive/packed_postings.h) for the finished database in the folder
/// `shard`. Throws what Xapian throws, and std::system_error.
void pack_postings(const std::filesystem::path& shard);

}  // namespace warraq::indexer
