#include "tests/architecture/source_tree.h"

#include <array>
#include <fstream>
#include <string_view>

namespace warraq::tests {
namespace {

constexpr std::array<std::string_view, 5> kCodeFolders = {"analyzers", "corpus", "indexer",
                                                          "searcher", "tools"};

// Rooms inside a folder; longer paths first, so that the first that fits is the right one.
constexpr std::array<std::string_view, 10> kRooms = {
    "corpus/article", "indexer/archive", "indexer/glass", "searcher/engine", "tools/cli",
    "analyzers",      "corpus",          "indexer",       "searcher",        "tools"};

bool is_source(const std::filesystem::path& path) {
  return path.extension() == ".h" || path.extension() == ".cpp";
}

std::string included_name(const std::string& line) {
  constexpr std::string_view kDirective = "#include ";
  if (line.compare(0, kDirective.size(), kDirective) != 0) return {};
  const std::size_t open = kDirective.size();
  const std::size_t close = line.find_first_of(">\"", open + 1);
  return close == std::string::npos ? std::string() : line.substr(open + 1, close - open - 1);
}

SourceFile read_source(const std::filesystem::path& root, const std::filesystem::path& path) {
  SourceFile file;
  file.path = std::filesystem::relative(path, root).generic_string();
  std::ifstream stream(path);
  for (std::string line; std::getline(stream, line);) {
    if (std::string name = included_name(line); !name.empty()) file.includes.push_back(name);
    file.lines.push_back(line);
  }
  return file;
}

}  // namespace

std::vector<SourceFile> read_source_tree(const std::filesystem::path& root) {
  std::vector<SourceFile> files;
  for (const std::string_view folder : kCodeFolders) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      if (entry.is_regular_file() && is_source(entry.path())) {
        files.push_back(read_source(root, entry.path()));
      }
    }
  }
  return files;
}

std::string room_of(const std::string& path) {
  for (const std::string_view room : kRooms) {
    if (path.compare(0, room.size(), room) == 0 && path.size() > room.size() &&
        path[room.size()] == '/') {
      return std::string(room);
    }
  }
  return {};
}

std::string room_of_include(const std::string& include) {
  constexpr std::string_view kPublic = "warraq/";
  if (include.compare(0, kPublic.size(), kPublic) != 0) return room_of(include);
  const std::string rest = include.substr(kPublic.size());
  if (rest == "error.h") return "analyzers";
  if (rest == "corpus/article.h" || rest == "corpus/text_range.h") return "corpus/article";
  if (rest.compare(0, 8, "archive/") == 0) return "indexer/archive";
  if (rest.compare(0, 4, "cli/") == 0) return "tools/cli";
  return room_of(rest);
}

}  // namespace warraq::tests
