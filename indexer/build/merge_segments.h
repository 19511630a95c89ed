// The segments of a build into one database that holds every id once.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <vector>

namespace warraq::indexer {

/// Merges `segments` (at least one) in their order into `output`, in as many passes as their number
/// takes, removing them on the way. Of articles of the same id the last stays; returns how many
/// others were dropped. Throws Stopped, and what Xapian and the file system throw.
std::uint64_t merge_segments(std::vector<std::filesystem::path> segments,
                             const std::filesystem::path& output, const std::stop_token& stop);

}  // namespace warraq::indexer
