// The corners of the format: each written both ways, checked by Xapian, and changed afterwards.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <numeric>
#include <string>
#include <vector>

#include "tests/corpus/support/temp_folder.h"
#include "tests/glass/both_ways.h"
#include "tests/glass/changes.h"
#include "tests/glass/contents.h"
#include "tests/glass/model.h"
#include "tests/glass/write_model.h"

using namespace warraq::tests;

namespace {

ModelTerm term_at(std::vector<std::uint32_t> positions) {
  ModelTerm term;
  term.wdf = static_cast<std::uint32_t>(positions.size());
  term.positions = std::move(positions);
  return term;
}

// Writes both ways and compares, then lets Xapian go on writing and compares again.
void check_for_life(const Model& model) {
  const TempFolder folder;
  const Pair pair = write_both(folder, model);
  check_equal(pair);
  change_often(pair.bulk, 1, kChanges);
  change_often(pair.api, 1, kChanges);
  check_equal(pair);
}

void check_alone(const ModelDocument& document) {
  Model model;
  model.documents[1] = document;
  check_for_life(model);
}

constexpr int kNoSuchProgram = -1;

// Runs a program quietly.
int exit_code_of(std::string program, std::string argument) {
  const std::array<char*, 3> arguments = {program.data(), argument.data(), nullptr};
  posix_spawn_file_actions_t quietly;
  posix_spawn_file_actions_init(&quietly);
  posix_spawn_file_actions_addopen(&quietly, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int failure =
      posix_spawnp(&child, program.c_str(), &quietly, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&quietly);
  if (failure != 0) return kNoSuchProgram;
  int status = 0;
  waitpid(child, &status, 0);
  return WEXITSTATUS(status);
}

std::string numbered(const std::string& prefix, std::uint32_t number) {
  std::string digits = std::to_string(number);
  return prefix + std::string(7 - digits.size(), '0') + digits;
}

}  // namespace

TEST_CASE("no documents") { check_for_life({}); }

TEST_CASE("metadata and no documents") {
  Model model;
  model.metadata["key"] = "value";
  check_for_life(model);
}

TEST_CASE("one document without anything") { check_alone({}); }

TEST_CASE("one document of one term") {
  ModelDocument document;
  document.terms["word"] = term_at({1});
  check_alone(document);
}

TEST_CASE("documents that have only data, or only values") {
  Model model;
  model.documents[1].data = "data";
  model.documents[2].values[3] = "value";
  model.documents[4].terms["filter"] = {};
  check_for_life(model);
}

TEST_CASE("one term in every document, in many chunks over many blocks") {
  Model model;
  for (std::uint32_t docid = 1; docid <= 30'000; ++docid) {
    model.documents[docid].terms["word"] = term_at({docid, docid + 1 + docid % 5});
    model.documents[docid].values[0] = std::to_string(20'000'101 + docid % 300);
  }
  check_for_life(model);
}

TEST_CASE("100,000 distinct terms in one document") {
  ModelDocument document;
  for (std::uint32_t i = 0; i < 100'000; ++i) {
    document.terms[numbered("t", i * 7)] = term_at({i + 1});
  }
  check_alone(document);
}

TEST_CASE("terms of NUL bytes, of 0xff, and of the greatest length") {
  ModelDocument document;
  for (const std::size_t length : {1U, 2U, 3U, 60U, 119U, 120U}) {
    document.terms[std::string(length, '\0')] = term_at({1, 5, 9});
    document.terms[std::string(length, '\0') + "a"] = term_at({2});
    document.terms["a" + std::string(length, '\0')] = term_at({3});
    document.terms["a" + std::string(length, '\0') + '\xff'] = term_at({3, 4});
  }
  for (const std::size_t length : {1U, 2U, 244U, 245U}) {
    document.terms[std::string(length, 'a')] = term_at({4, 6});
    document.terms[std::string(length, '\xff')] = term_at({7});
  }
  Model model;
  for (const std::uint32_t docid : {1U, 2U, 300U, 40'000U}) model.documents[docid] = document;
  check_for_life(model);
}

TEST_CASE("tags of every size about an item's and a block's") {
  Random random(5);
  Model model;
  std::uint32_t docid = 0;
  for (const std::size_t around : {1950U, 2040U, 4080U, 6100U, 8150U}) {
    for (std::size_t bytes = around; bytes < around + 100; ++bytes) {
      model.documents[++docid].data = random_bytes(random, bytes);
    }
  }
  check_for_life(model);
}

TEST_CASE("a document of 10 MB, cut into many components, as it is and deflated") {
  Random random(6);
  Model model;
  model.documents[1].data = "before";
  model.documents[2].data = random_bytes(random, 10'000'000);
  model.documents[3].data = random_bytes(random, 1'000'000);
  model.documents[3].data.resize(11'000'000, 'x');
  model.documents[4].data = "after";
  check_for_life(model);
  const TempFolder folder;
  check_equal(write_both(folder, model, {18, 18}));
}

TEST_CASE("trees of several levels") {
  const TempFolder folder;
  for (const auto& [terms, levels] : {std::pair{20, 0}, {200, 1}, {3'000, 2}, {60'000, 3}}) {
    // Long keys that differ late make long branch items, and so a tall tree of little data.
    Model model;
    const std::string prefix(220, 'p');
    for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(terms); ++i) {
      model.documents[1 + i / 1'000].terms[numbered(prefix, i)] = term_at({1 + i});
    }
    const Pair pair = write_both(folder, model);
    check_equal(pair);
    CHECK(levels_of(pair.bulk, "position") == levels);
    change_often(pair.bulk, 1, kChanges);
    change_often(pair.api, 1, kChanges);
    check_equal(pair);
  }
}

TEST_CASE("more than 65,536 positions of one term") {
  ModelDocument document;
  std::vector<std::uint32_t> positions(70'000);
  std::iota(positions.begin(), positions.end(), 0);
  document.terms["all"] = term_at(positions);
  for (std::uint32_t& position : positions) position = position * 3 + position % 3;
  document.terms["third"] = term_at(positions);
  Random random(7);
  std::uint32_t last = 0;
  for (std::uint32_t& position : positions) position = last += 1 + below(random, 61'000);
  document.terms["sparse"] = term_at(positions);
  check_alone(document);
}

TEST_CASE("positions at both ends of their range") {
  ModelDocument document;
  const std::vector<std::vector<std::uint32_t>> lists = {
      {0},
      {1},
      {0, 2},
      {1, 2},
      {0, 1, 2},
      {UINT32_MAX - 1},
      {0, UINT32_MAX - 1},
      {UINT32_MAX - 2, UINT32_MAX - 1},
      {0, 1, UINT32_MAX - 2, UINT32_MAX - 1},
      {5, 1U << 31, (1U << 31) + 1, UINT32_MAX - 1},
  };
  for (const auto& positions : lists) {
    document.terms["t" + std::to_string(document.terms.size())] = term_at(positions);
  }
  check_alone(document);
}

TEST_CASE("positions 0 and 1 alone: Xapian reads 1, however it was written") {
  Model model;
  model.documents[1].terms["word"] = term_at({0, 1});
  const TempFolder folder;
  const Pair pair = write_both(folder, model);
  check_equal(pair);
  const Xapian::Database database(pair.bulk);
  CHECK(*database.positionlist_begin(1, "word") == 1);
}

TEST_CASE("docids of every length") {
  Model model;
  for (const std::uint32_t docid :
       {1U, 0x7fffU, 0x8000U, 0x8001U, 0x3fffffU, 0x400000U, 0xffffffU, 0x1000000U, 0x1000001U}) {
    ModelDocument& document = model.documents[docid];
    document.terms["word"] = term_at({docid, docid + 9});
    document.terms["other" + std::to_string(docid)] = term_at({1});
    document.values[0] = std::to_string(docid);
    document.data = "data";
  }
  check_for_life(model);
}

TEST_CASE("docids near 2^32") {
  Model model;
  for (const std::uint32_t docid :
       {7U, 0xfffffffU, 0x10000000U, 0x7fffffffU, 0x80000000U, UINT32_MAX - 1, UINT32_MAX}) {
    ModelDocument& document = model.documents[docid];
    document.terms["word"] = term_at({1, 2, docid / 2 + 5});
    document.values[1] = std::to_string(docid);
    document.data = "data";
  }
  const TempFolder folder;
  const Pair pair = write_both(folder, model);
  check_same_contents(pair);
  // Xapian's check of the termlist table would take four bytes a docid.
  for (const std::string table : {"postlist", "position", "docdata"}) {
    CHECK(faults_of(pair.bulk + "/" + table + ".glass") == "");
  }
}

TEST_CASE("large values, and slots whose order by bytes is another than by number") {
  Random random(8);
  Model model;
  for (std::uint32_t docid = 1; docid <= 400; ++docid) {
    for (const std::uint32_t slot :
         {0U, 1U, 127U, 128U, 129U, 255U, 256U, 257U, 16'384U, 16'385U}) {
      model.documents[docid].values[slot] = random_bytes(random, 1 + docid % 97);
    }
  }
  model.documents[100].values[3] = random_bytes(random, 300'000);
  model.documents[101].values[3] = std::string(1, '\0');
  check_for_life(model);
}

TEST_CASE("metadata: long keys and values, none for an empty value") {
  Random random(9);
  Model model;
  model.metadata[std::string(253, 'k')] = random_bytes(random, 1'000'000);
  model.metadata[std::string("\0\0", 2)] = "value of a key of NULs";
  model.metadata["empty"] = "";
  model.documents[1].data = "data";
  check_for_life(model);
}

TEST_CASE("xapian-check finds nothing") {
  const TempFolder folder;
  Random random(10);
  write_in_bulk(random_model(random, 100), folder / "bulk");
  const int code = exit_code_of("xapian-check", folder / "bulk");
  if (code == kNoSuchProgram) {
    MESSAGE("skipped: there is no xapian-check");
    return;
  }
  CHECK(code == 0);
}
