// Writes the file of columns (indexer/archive/columns.h).
#pragma once

#include <filesystem>
#include <stop_token>

namespace warraq::indexer {

/// Makes it for the finished database in the folder `shard`, column by column: takes 8 bytes of
/// memory for each document, and the distinct values of a column. Throws Stopped between columns,
/// what Xapian throws, and std::system_error.
void write_columns(const std::filesystem::path& shard, const std::stop_token& stop);

}  // namespace warraq::indexer
