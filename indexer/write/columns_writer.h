// Writes the file of columns (indexer/archive/columns.h).
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>

namespace warraq::indexer {

/// By the documents' numbers from 0, as archive::read_duplicate_groups() has them; none where they
/// are to be read from the database, which has them only term by term.
using KnownGroups = std::span<const std::uint64_t>;

/// Makes it for the finished database in the folder `shard`, column by column: takes 8 bytes of
/// memory for each document, and the distinct values of a column. Throws Stopped between columns,
/// what Xapian throws, and std::system_error.
void write_columns(const std::filesystem::path& shard, const std::stop_token& stop,
                   KnownGroups groups = {});

}  // namespace warraq::indexer
