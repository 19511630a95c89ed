// The two paths over real news and encyclopaedia text, where its folder is given.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/analyzers/analysed.h"

using namespace warraq::analyzers;
using namespace warraq::analyzers::test;

TEST_CASE("both paths make the same tokens of real text (WARRAQ_TEST_DATA)") {
  const char* data = std::getenv("WARRAQ_TEST_DATA");
  const std::filesystem::path folder = std::filesystem::path(data == nullptr ? "" : data) / "qa";
  if (data == nullptr || !std::filesystem::is_directory(folder)) {
    MESSAGE("skipped: WARRAQ_TEST_DATA names no folder with qa/*.jsonl");
    return;
  }
  std::size_t lines = 0;
  Analysis ours;
  Analysis reference;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".jsonl") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    // JSON's own punctuation and escapes are text like any other here.
    for (std::string line; std::getline(in, line); ++lines) {
      analyzer().analyze(line, ours);
      analyzer().analyze_by_reference(line, reference);
      if (result_of(ours) != result_of(reference)) FAIL_CHECK(entry.path().filename(), ": ", line);
    }
  }
  CHECK(lines > 0);
}
