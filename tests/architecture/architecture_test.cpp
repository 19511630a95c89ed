// Holds the arrows of ARCHITECTURE.md: who may include whom, and where Xapian and ICU may appear.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>

#include "tests/architecture/source_tree.h"

namespace {

using warraq::tests::read_source_tree;
using warraq::tests::room_of;
using warraq::tests::room_of_include;
using warraq::tests::SourceFile;

const std::vector<SourceFile>& sources() {
  static const std::vector<SourceFile> files = read_source_tree(WARRAQ_SOURCE_DIR);
  return files;
}

// What the libraries of each room may include of the project.
const std::map<std::string, std::set<std::string>> kArrows = {
    {"analyzers", {"analyzers"}},
    {"corpus/article", {"analyzers", "corpus/article"}},
    {"corpus", {"analyzers", "corpus/article", "corpus"}},
    {"indexer/archive", {"analyzers", "corpus/article", "indexer/archive"}},
    {"indexer/glass", {"indexer/glass"}},
    {"indexer",
     {"analyzers", "corpus/article", "corpus", "indexer/archive", "indexer/glass", "indexer"}},
    {"searcher/engine",
     {"analyzers", "corpus/article", "indexer/archive", "searcher", "searcher/engine"}},
    {"searcher", {"analyzers", "corpus/article", "indexer/archive", "searcher", "searcher/engine"}},
    {"tools/cli", {"analyzers", "tools/cli"}},
};

bool in_folder(const SourceFile& file, std::string_view folder) {
  return file.path.find(folder) != std::string::npos;
}

// The binaries' own files: they may print, and parse options.
bool is_program(const SourceFile& file) {
  return in_folder(file, "/cli/") || room_of(file.path) == "tools";
}

bool has_line(const SourceFile& file, const std::regex& pattern) {
  for (const std::string& line : file.lines) {
    const std::string code = line.substr(0, line.find("//"));
    if (std::regex_search(code, pattern)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("the tree is read") {
  CHECK(sources().size() > 40);
  CHECK(room_of("indexer/archive/schema.h") == "indexer/archive");
  CHECK(room_of("indexer/glass/block.h") == "indexer/glass");
  CHECK(room_of_include("warraq/corpus/article.h") == "corpus/article");
  CHECK(room_of_include("warraq/indexer/indexer.h") == "indexer");
  CHECK(room_of_include("vector").empty());
}

TEST_CASE("dependencies run one way") {
  for (const SourceFile& file : sources()) {
    const auto allowed = kArrows.find(room_of(file.path));
    if (allowed == kArrows.end()) continue;
    for (const std::string& include : file.includes) {
      const std::string room = room_of_include(include);
      // Requests read the same values as options do, and know no command line.
      const bool is_value =
          include == "warraq/cli/values.h" &&
          (in_folder(file, "searcher/request/") || in_folder(file, "searcher/serve/"));
      const bool is_cli = room == "tools/cli" && (is_program(file) || is_value);
      CHECK_MESSAGE((room.empty() || is_cli || allowed->second.count(room) != 0), file.path,
                    " includes ", include);
    }
  }
}

TEST_CASE("Xapian stays behind its walls and out of public headers") {
  const std::regex xapian("Xapian::|<xapian\\.h>");
  for (const SourceFile& file : sources()) {
    const std::string room = room_of(file.path);
    const bool writes = in_folder(file, "indexer/build/") || in_folder(file, "indexer/update/") ||
                        in_folder(file, "indexer/write/") || in_folder(file, "indexer/export/");
    const bool behind_wall = room == "indexer/archive" || writes || room == "searcher/engine" ||
                             in_folder(file, "tools/bench/xapian");
    const bool allowed = behind_wall && !in_folder(file, "/include/");
    CHECK_MESSAGE((allowed || !has_line(file, xapian)), file.path, " speaks of Xapian");
  }
}

TEST_CASE("the format of a database is known to one folder") {
  const std::regex format("\\biamglass\\b|\\.glass\\b|indexer/glass/(block|block_file|key)\\.h");
  for (const SourceFile& file : sources()) {
    const bool allowed = room_of(file.path) == "indexer/glass";
    CHECK_MESSAGE((allowed || !has_line(file, format)), file.path, " knows the glass format");
  }
}

TEST_CASE("queries, what may be meant by them, and snippets know nothing of the engine") {
  for (const SourceFile& file : sources()) {
    const bool plain =
        in_folder(file, "searcher/query/") || in_folder(file, "searcher/snippets/") ||
        in_folder(file, "searcher/did_you_mean/") || in_folder(file, "searcher/saved/");
    if (!plain || in_folder(file, "tests/")) continue;
    for (const std::string& include : file.includes) {
      CHECK_MESSAGE(include.rfind("searcher/engine/", 0) != 0, file.path, " includes ", include);
    }
  }
}

TEST_CASE("the network stays in one folder, which knows nothing of archives") {
  for (const SourceFile& file : sources()) {
    const bool is_network = in_folder(file, "searcher/serve/http/");
    for (const std::string& include : file.includes) {
      const bool speaks =
          include.rfind("boost/asio", 0) == 0 || include.rfind("boost/beast", 0) == 0;
      CHECK_MESSAGE((is_network || !speaks), file.path, " includes ", include);
      // The parameters of a request are plain text.
      const bool of_archives = room_of_include(include).rfind("searcher", 0) == 0 &&
                               include.rfind("searcher/serve/http/", 0) != 0 &&
                               include != "searcher/request/parameters.h";
      const bool is_archive = room_of_include(include) == "indexer/archive";
      CHECK_MESSAGE((!is_network || !(of_archives || is_archive)), file.path, " includes ",
                    include);
    }
  }
}

TEST_CASE("what is answered over HTTP stands on the public searcher, and the page on no route") {
  for (const SourceFile& file : sources()) {
    const bool is_page = in_folder(file, "searcher/serve/page/");
    if (!is_page && !in_folder(file, "searcher/serve/api/")) continue;
    for (const std::string& include : file.includes) {
      const std::string room = room_of_include(include);
      CHECK_MESSAGE(room != "searcher/engine", file.path, " includes ", include);
      const bool is_route =
          include == "searcher/serve/api/route.h" || include == "searcher/serve/api/answers.h";
      CHECK_MESSAGE((!is_page || !is_route), file.path, " includes ", include);
    }
  }
}

TEST_CASE("no module knows the library that is made of all") {
  for (const SourceFile& file : sources()) {
    if (in_folder(file, "tools/library/")) continue;
    for (const std::string& include : file.includes) {
      const bool is_library =
          include == "warraq/c.h" || include == "warraq/warraq.h" || include == "warraq/version.h";
      CHECK_MESSAGE(!is_library, file.path, " includes ", include);
    }
  }
}

TEST_CASE("ICU stays in the analyzers") {
  for (const SourceFile& file : sources()) {
    for (const std::string& include : file.includes) {
      const bool is_icu = include.compare(0, 8, "unicode/") == 0;
      const bool allowed = room_of(file.path) == "analyzers" && !in_folder(file, "/include/");
      CHECK_MESSAGE((!is_icu || allowed), file.path, " includes ", include);
    }
  }
}

TEST_CASE("libraries print nothing") {
  const std::regex printing("std::(cout|cerr|clog|printf|puts)|\\b(f?printf|puts)\\(");
  for (const SourceFile& file : sources()) {
    CHECK_MESSAGE((is_program(file) || !has_line(file, printing)), file.path, " prints");
  }
}

TEST_CASE("the top level holds what the design fixes and no more") {
  const std::set<std::string> entries = {
      "CMakeLists.txt",  "CMakePresets.json", "README.md", "README.ar.md", "ARCHITECTURE.md",
      "CONTRIBUTING.md", "NEWS.md",           "LICENSE",   "analyzers",    "corpus",
      "indexer",         "searcher",          "tests",     "tools",        "build"};
  for (const auto& entry : std::filesystem::directory_iterator(WARRAQ_SOURCE_DIR)) {
    const std::string name = entry.path().filename().string();
    CHECK_MESSAGE((name[0] == '.' || entries.count(name) != 0), name, " has no place here");
  }
}
