// The project's own source files, as the architecture test sees them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace warraq::tests {

struct SourceFile {
  std::string path;  ///< relative to the source tree, with /
  std::vector<std::string> lines;
  std::vector<std::string> includes;  ///< what stands between the quotes or brackets
};

/// Every .h and .cpp below the folders that hold code.
[[nodiscard]] std::vector<SourceFile> read_source_tree(const std::filesystem::path& root);

/// The part of the house a file of the project lives in: analyzers, corpus/article, corpus,
/// indexer/archive, indexer/glass, indexer, searcher/engine, searcher, tools/cli, …
[[nodiscard]] std::string room_of(const std::string& path);

/// The room that an included header belongs to; empty for headers that are not the project's.
[[nodiscard]] std::string room_of_include(const std::string& include);

}  // namespace warraq::tests
