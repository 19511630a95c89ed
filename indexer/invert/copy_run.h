// A run without some of its documents.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "indexer/invert/run.h"

namespace warraq::indexer {

/// Writes `run` to a new folder without the documents in `dropped` (sorted, each once); those that
/// stay are numbered anew.
[[nodiscard]] Run copy_without(const Run& run, const std::vector<std::uint32_t>& dropped,
                               const std::filesystem::path& folder);

}  // namespace warraq::indexer
