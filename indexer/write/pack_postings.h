// A shard's packed postings, out of its database.
#pragma once

#include <filesystem>

namespace warraq::indexer {

/// Makes the file (indexer/archive/packed_postings.h) for the finished database in the folder
/// `shard`, on up to two threads if there are so many `jobs`. Takes 8 bytes of memory for each
/// document. Throws what Xapian throws, and std::system_error.
void pack_postings(const std::filesystem::path& shard, unsigned jobs);

}  // namespace warraq::indexer
