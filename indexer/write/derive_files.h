// The files that are derived from a shard's database.
#pragma once

#include <filesystem>
#include <stop_token>

#include "indexer/write/columns_writer.h"

namespace warraq::indexer {

/// Makes them for the finished database in the folder `shard`: packed postings, places, the keys of
/// near duplicates and columns, on four threads if there are so many `jobs`. Takes 16 bytes of
/// memory for each document, and up to 64 MB. Throws Stopped, what Xapian throws, and
/// std::system_error.
void derive_files(const std::filesystem::path& shard, unsigned jobs, const std::stop_token& stop,
                  KnownGroups groups = {});

}  // namespace warraq::indexer
