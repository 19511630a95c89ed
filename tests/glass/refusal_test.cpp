// What the writer refuses, and what it says of it.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#include "indexer/glass/database_writer.h"
#include "indexer/glass/positions.h"
#include "indexer/glass/termlist.h"
#include "tests/corpus/support/file_bytes.h"
#include "tests/corpus/support/resource_limit.h"
#include "tests/corpus/support/temp_folder.h"
#include "tests/glass/model.h"
#include "tests/glass/write_model.h"

using namespace warraq::tests;
using namespace warraq::glass;

TEST_CASE("keys out of order, twice, empty or too long") {
  const TempFolder folder;
  TableWriter table(folder / "table");
  CHECK_THROWS_AS(table.add("", "tag"), std::logic_error);
  table.add("b", "tag");
  CHECK_THROWS_AS(table.add("b", "tag"), std::logic_error);
  CHECK_THROWS_AS(table.add("a", "tag"), std::logic_error);
  CHECK_THROWS_AS(table.add(std::string(256, 'c'), "tag"), std::length_error);
  table.add(std::string(255, 'c'), "tag");
}

TEST_CASE("terms whose keys would be too long") {
  const TempFolder folder;
  DatabaseWriter writer(folder / "database");
  CHECK_THROWS_AS(writer.positions().begin_term(std::string(128, '\0')), std::length_error);
  CHECK_THROWS_AS(writer.postlists().begin_term(std::string(256, 'a'), 1, 1), std::length_error);
  std::string tag;
  const std::string term(246, 'a');
  CHECK_THROWS_AS(append_termlist(tag, std::vector<TermFrequency>{{term, 1}}), std::length_error);
  CHECK_THROWS_AS(append_termlist(tag, std::vector<TermFrequency>{{"", 1}}), std::length_error);
}

TEST_CASE("terms, slots, positions and documents out of order") {
  std::string tag;
  CHECK_THROWS_AS(append_termlist(tag, std::vector<TermFrequency>{{"b", 1}, {"a", 1}}),
                  std::logic_error);
  CHECK_THROWS_AS(append_termlist(tag, std::vector<TermFrequency>{{"a", UINT32_MAX}, {"b", 1}}),
                  std::logic_error);
  CHECK_THROWS_AS(append_used_slots(tag, std::vector<std::uint32_t>{1, 1}), std::logic_error);
  CHECK_THROWS_AS(append_positions(tag, std::vector<std::uint32_t>{}), std::logic_error);
  CHECK_THROWS_AS(append_positions(tag, std::vector<std::uint32_t>{1, 2, 2}), std::logic_error);

  const TempFolder folder;
  DatabaseWriter writer(folder / "database");
  writer.positions().begin_term("a");
  CHECK_THROWS_AS(writer.positions().add_encoded(0, "x"), std::logic_error);
  writer.positions().add_encoded(5, "x");
  CHECK_THROWS_AS(writer.positions().add_encoded(5, "x"), std::logic_error);
  writer.documents().add(5, {});
  CHECK_THROWS_AS(writer.documents().add(4, {}), std::logic_error);
}

TEST_CASE("postings that do not match their frequencies, or come out of turn") {
  const TempFolder folder;
  DatabaseWriter writer(folder / "database");
  PostlistWriter& lists = writer.postlists();
  CHECK_THROWS_AS(lists.add(1, 1), std::logic_error);
  CHECK_THROWS_AS(lists.end_term(), std::logic_error);
  lists.begin_lengths();
  CHECK_THROWS_AS(lists.begin_term("a", 1, 1), std::logic_error);
  lists.add_length(1, 3);
  lists.end_lengths();
  lists.begin_term("a", 2, 3);
  lists.add(1, 3);
  CHECK_THROWS_AS(lists.add(1, 3), std::logic_error);
  CHECK_THROWS_AS(lists.end_term(), std::logic_error);
}

TEST_CASE("values that do not match their statistics") {
  const TempFolder folder;
  DatabaseWriter writer(folder / "database");
  SlotStatistics slot;
  slot.slot = 3;
  slot.add("value");
  writer.values().add_statistics({&slot, 1});
  CHECK_THROWS_AS(writer.values().begin_slot(4), std::logic_error);
  CHECK_THROWS_AS(writer.finish(), std::logic_error);
  writer.values().begin_slot(3);
  CHECK_THROWS_AS(writer.values().add(1, ""), std::logic_error);
  writer.values().add(1, "value");
  CHECK_THROWS_AS(writer.values().add(2, "value"), std::logic_error);
}

TEST_CASE("a database that is there already") {
  const TempFolder folder;
  write_in_bulk({}, folder / "database");
  CHECK_THROWS_AS(DatabaseWriter(folder / "database"), std::system_error);
}

TEST_CASE("a full disk is named, and what was begun is no database") {
  const TempFolder folder;
  const std::filesystem::path path = folder / "database";
  Model model;
  Random random(1);
  model.documents[1].data = random_bytes(random, 1'000'000);
  std::string message;
  {
    const FileSizeLimit limit(500'000);
    try {
      write_in_bulk(model, path);
    } catch (const std::system_error& error) {
      message = error.what();
    }
  }
  CHECK(message.find((path / "docdata.glass").string()) != std::string::npos);
  CHECK(!std::filesystem::exists(path / "iamglass"));
}

TEST_CASE("equal content makes equal bytes") {
  const TempFolder folder;
  for (const char* name : {"one", "other"}) {
    Random random(2);
    write_in_bulk(random_model(random, 200), folder / name, {18, 18});
  }
  for (const char* table : {"postlist", "position", "termlist", "docdata"}) {
    const std::string file = std::string("/") + table + ".glass";
    CHECK(file_bytes((folder / "one") + file) == file_bytes((folder / "other") + file));
  }
}
