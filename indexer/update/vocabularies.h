// The vocabularies of an archive's databases, to be merged.
#pragma once

#include <cstddef>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "warraq/analyzers/analyzer.h"

namespace warraq::indexer {

/// Writes the words of the database at `original`, a shard or live/, to sorted runs in `work` that
/// begin with `name` (words/word_run.h), and returns their paths. Where its vocabulary is missing
/// or damaged, they are read of the articles stored in `copy`, which may lack superseded ones.
[[nodiscard]] std::vector<std::filesystem::path> word_runs_of(const std::filesystem::path& original,
                                                              const std::filesystem::path& copy,
                                                              const std::filesystem::path& work,
                                                              const std::string& name,
                                                              const analyzers::Analyzer& analyzer,
                                                              const std::stop_token& stop);

}  // namespace warraq::indexer
