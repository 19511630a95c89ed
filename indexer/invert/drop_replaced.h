// One article for each id.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <vector>

#include "indexer/invert/run.h"
#include "indexer/words/stored_words.h"

namespace warraq::indexer {

/// Of articles of the same id in several runs only the last stays: runs that held others are
/// written anew without them. `work` is a folder for files in between. Returns how many were
/// dropped. Memory: four bytes for each of them, and what `stored` takes, that their words are
/// read through. Throws Stopped, and what streams throw.
[[nodiscard]] std::uint64_t drop_replaced(std::vector<Run>& runs, const std::filesystem::path& work,
                                          StoredWords& stored, const std::stop_token& stop);

}  // namespace warraq::indexer
