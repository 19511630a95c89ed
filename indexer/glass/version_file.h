// The file that makes a folder of tables a database: iamglass.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>

#include "indexer/glass/database_statistics.h"
#include "indexer/glass/table_writer.h"

namespace warraq::glass {

struct VersionFile {
  std::array<std::uint8_t, 16> uuid{};
  TableRoot postlist;
  TableRoot docdata;
  TableRoot termlist;
  TableRoot position;
  DatabaseStatistics statistics;
};

/// A random UUID (version 4).
[[nodiscard]] std::array<std::uint8_t, 16> random_uuid();

[[nodiscard]] std::string to_bytes(const VersionFile& version);

/// Writes it into `folder`, whole or not at all, and makes it permanent. Throws std::system_error
/// and std::filesystem::filesystem_error.
void write_version_file(const std::filesystem::path& folder, const VersionFile& version);

}  // namespace warraq::glass
