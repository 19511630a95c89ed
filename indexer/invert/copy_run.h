// A run without some of its documents.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "indexer/invert/run.h"
#include "indexer/words/stored_words.h"

namespace warraq::indexer {

/// Writes `run` to a new folder without the documents in `dropped` (sorted, each once); those that
/// stay are numbered anew. What words the others had is read of what is stored of them, through
/// `stored`.
[[nodiscard]] Run copy_without(const Run& run, const std::vector<std::uint32_t>& dropped,
                               const std::filesystem::path& folder, StoredWords& stored);

}  // namespace warraq::indexer
