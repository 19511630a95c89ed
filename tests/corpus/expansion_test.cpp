// What would take time or memory without end does not.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/corpus/support/compress.h"
#include "tests/corpus/support/pack.h"
#include "tests/corpus/support/reading.h"
#include "tests/corpus/support/temp_folder.h"

namespace {

namespace fs = std::filesystem;
using namespace warraq::corpus;
using namespace warraq::tests;

constexpr std::size_t kMegabyte = std::size_t{1} << 20;

/// One limit for all, so that small bombs are bombs.
ReadOptions strict() {
  ReadOptions options;
  options.expansion = {8 * kMegabyte, 300};
  return options;
}

std::string blank_lines(std::size_t bytes) { return json_lines(1) + std::string(bytes, '\n'); }

TEST_CASE("a bomb is given up, what came before is kept, and the run goes on") {
  const std::string lines = blank_lines(24 * kMegabyte);
  const std::string packed = zip({{"1.jsonl", lines}});
  std::vector<std::string> bombs{packed, gzip(tar({{"1.jsonl", lines}})),
                                 zip({{"inner.zip", packed}, {"2.txt", "نص"}}),
                                 zip({{"1.jsonl", lines, 8, 0, true}, {"2.txt", "نص"}}),
                                 zip({{"1.jsonl.gz", gzip(lines), 0}, {"2.txt", "نص"}})};
  for (const Compressor& compressor : kCompressors) bombs.push_back(compressor.compress(lines));
  for (const std::string& bomb : bombs) {
    CAPTURE(&bomb - bombs.data());
    const TempFolder folder;
    const Reading reading =
        read_all({folder.write("1.bomb", bomb), folder.write("2.jsonl", json_lines(2))}, strict());
    CHECK(reading.articles.size() == 3);
    REQUIRE(reading.rejections.size() == 1);
    CHECK(
        contains(reading.rejections[0].reason, "the file expands to more than 300 times its size"));
    CHECK(contains(reading.rejections[0].reason, "after record 1; what came before is kept"));
  }
}

TEST_CASE("a bomb of many members is given up as a whole") {
  const std::string page = "عنوان\n" + std::string(2 * kMegabyte, ' ') + "نص";
  std::vector<ZipMember> members;
  members.reserve(30);
  for (int number = 0; number < 30; ++number) members.push_back({std::to_string(number), page});
  const TempFolder folder;
  const Reading reading = read_all({folder.write("x.zip", zip(members))}, strict());
  CHECK(reading.articles.size() >= 3);
  CHECK(reading.articles.size() < 10);
  REQUIRE(reading.rejections.size() == 1);
  CHECK(contains(reading.rejections[0].reason, "times its size"));
}

TEST_CASE("a member that is passed over costs no more than one that is read") {
  const std::string image = "\x89PNG\r\n\x1A\n" + std::string(64 * kMegabyte, '\0');
  const TempFolder folder;
  const Reading reading = read_all(
      {folder.write("x.zip", zip({{"1.png", image, 8, 0, true}, {"2.txt", "نص"}}))}, strict());
  CHECK(reading.articles.empty());
  REQUIRE(reading.rejections.size() == 2);
  CHECK(contains(reading.rejections[0].reason, "a PNG image"));
  CHECK(contains(reading.rejections[1].reason, "times its size"));
}

TEST_CASE("what repeats itself a hundred times over is no bomb") {
  // Pages that differ in a number alone: far beyond the limit in bytes.
  std::string furniture;
  for (int link = 0; link < 200; ++link) furniture += "الرئيسية | سياسة | اقتصاد | رياضة ";
  std::string lines;
  for (unsigned long page = 0; page < 2000; ++page) {
    lines += R"({"title":"النشرة )" + std::to_string(page) + R"(","body":")" +
             std::to_string(page * 7919 * page * page) + furniture + "\"}\n";
  }
  const TempFolder folder;
  ReadOptions options;
  options.expansion.bytes = kMegabyte;
  for (const std::string& bytes : {gzip(lines), zip({{"1.jsonl", lines}})}) {
    CHECK(lines.size() > 100 * bytes.size());
    CHECK(read_all({folder.write("x", bytes)}, options).articles.size() == 2000);
  }
}

TEST_CASE("a sparse file in a tar is one more way to expand") {
  // GNU's old form (type S): one piece of data, in a file of 8 GB.
  std::string header = tar_member({"1.txt", "", 'S'});
  header.replace(257, 8, "ustar  ", 8);
  header.replace(386, 12, "00000000000", 12);  // the piece's place and size
  header.replace(398, 12, "00000000000", 12);
  header.replace(483, 12, "77777777777", 12);  // the file's size
  mend_tar_checksum(header);
  const TempFolder folder;
  const Reading reading =
      read_all({folder.write("x.tar", header + std::string(1024, '\0'))}, strict());
  CHECK(reading.articles.empty());
  CHECK(!reading.rejections.empty());
}

TEST_CASE("a line of a gigabyte is passed over without being held") {
  const TempFolder folder;
  const std::string file = folder.write("x.jsonl", json_lines(1) + "{\"title\":\"");
  fs::resize_file(file, std::uintmax_t{1} << 30);  // takes no room on disk
  std::ofstream(file, std::ios::app) << "\"}\n" << json_lines(1);
  const Reading reading = read_all({file});
  CHECK(reading.articles.size() == 2);
  REQUIRE(reading.rejections.size() == 1);
  CHECK(contains(reading.rejections[0].reason, "a record of 10737"));
}

TEST_CASE("very many tiny members are read one by one") {
  constexpr std::size_t kMembers = 50'000;
  std::vector<ZipMember> members(kMembers, {"page.txt", "خبر", 0});
  const TempFolder folder;
  CorpusReader reader({folder.write("x.zip", zip(members))}, {});
  std::size_t articles = 0;
  while (const std::optional<Record> record = reader.next()) {
    if (std::holds_alternative<ReadArticle>(*record)) ++articles;
  }
  CHECK(articles == kMembers);
}

TEST_CASE("links that lead in circles are neither walked nor read") {
  const TempFolder folder;
  (void)folder.write("a/page.txt", "نص");
  fs::create_directory_symlink(folder.path() / "a", folder.path() / "a" / "again");
  fs::create_symlink("one", folder.path() / "two");
  fs::create_symlink("two", folder.path() / "one");
  const Reading reading = read_all({folder.path()});
  CHECK(reading.articles.size() == 1);
  REQUIRE(reading.rejections.size() == 2);
  CHECK(contains(reading.rejections[0].reason, "cannot be opened"));
}

}  // namespace
