// The files that are derived from a shard's database.
#pragma once

#include <filesystem>

namespace warraq::indexer {

/// Makes them for the finished database in the folder `shard`: packed postings and places, on two
/// threads if there are so many `jobs`. Takes 16 bytes of memory for each document. Throws what
/// Xapian throws, and std::system_error.
void derive_files(const std::filesystem::path& shard, unsigned jobs);

}  // namespace warraq::indexer
