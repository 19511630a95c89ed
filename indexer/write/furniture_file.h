// The counts by which page furniture is told, kept with an archive from one run to the next.
#pragma once

#include <filesystem>
#include <optional>

#include "warraq/corpus/furniture.h"

namespace warraq::indexer {

/// The counts of the archive's last run; nothing where there is no file that can be read.
[[nodiscard]] std::optional<corpus::FurnitureCounter> load_furniture(
    const std::filesystem::path& archive);

/// Counts that begin where the archive's last run ended; from nothing where they cannot be
/// loaded: then furniture is told later, and no answer is wrong.
[[nodiscard]] corpus::FurnitureCounter read_furniture(const std::filesystem::path& archive);

/// Throws Error(io).
void write_furniture(const std::filesystem::path& archive,
                     const corpus::FurnitureCounter& furniture);

}  // namespace warraq::indexer
