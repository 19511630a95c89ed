#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <filesystem>
#include <string>
#include <vector>

#include "corpus/input/container.h"
#include "tests/corpus/support/compress.h"
#include "tests/corpus/support/pack.h"
#include "tests/corpus/support/reading.h"
#include "tests/corpus/support/standard_input.h"
#include "tests/corpus/support/temp_folder.h"

namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;
using namespace warraq::corpus;
using namespace warraq::tests;
using Strings = std::vector<std::string>;

const std::string kPage = "افتتاح الجسر الجديد\nعبرت أول سيارة الجسر صباح اليوم.";

/// A folder that holds one file, read.
struct ReadFolder {
  ReadFolder(std::string_view name, std::string_view bytes) {
    (void)folder.write(name, bytes);
    ReadOptions options;
    options.on_input = [&](const InputSummary& done) { summaries.push_back(done); };
    reading = read_all({folder.path()}, options);
  }

  TempFolder folder;
  Reading reading;
  std::vector<InputSummary> summaries;

  /// A file of a rejection, without the folder.
  [[nodiscard]] std::string file(std::size_t rejection) const {
    return fs::path(reading.rejections.at(rejection).origin.file).lexically_relative(folder.path());
  }
  [[nodiscard]] std::string reason(std::size_t rejection) const {
    return reading.rejections.at(rejection).reason;
  }
};

ReadFolder read_file(std::string_view name, std::string_view bytes) { return {name, bytes}; }

/// Three files packed in each way there is.
std::vector<std::string> packed_in_all_ways(const std::string& a, const std::string& b,
                                            const std::string& c) {
  return {zip({{"a.txt", a}, {"news/b.jsonl", b}, {"c.txt", c}}),
          zip({{"a.txt", a, 0}, {"news/b.jsonl", b, 0}, {"c.txt", c, 0}}),
          zip({{"a.txt", a, 8, 0, true}, {"news/b.jsonl", b, 8, 0, true}, {"c.txt", c}}),
          zip({{"a.txt", bzip2(a), 12, 0, false, a},
               {"news/b.jsonl", zstd(b), 93, 0, false, b},
               {"c.txt", c}}),
          tar({{"a.txt", a}, {"news/b.jsonl", b}, {"c.txt", c}}),
          tar({{"./", "", '5'}, {"./a.txt", a}, {"./news/b.jsonl", b}, {"./c.txt", c}})};
}

TEST_CASE("the members of a container are inputs like the files of a folder") {
  for (const std::string& bytes : packed_in_all_ways(kPage, json_lines(2), kPage)) {
    const ReadFolder read = read_file("sub/dump", bytes);
    CHECK(read.reading.ids() == Strings{"sub/dump/a.txt", "a1", "a2", "sub/dump/c.txt"});
    CHECK(read.reading.rejections.empty());
    REQUIRE(read.reading.articles.size() == 4);
    CHECK(read.reading.articles[0].article.title == "افتتاح الجسر الجديد");
    CHECK(read.reading.articles[2].origin.file == read.folder / "sub/dump/news/b.jsonl");
    CHECK(read.reading.articles[2].origin.record == 2);
  }
}

TEST_CASE("a record without an id is named by container, member and number") {
  const std::string lines = "{\"title\":\"أ\"}\n{\"title\":\"ب\"}\n";
  const ReadFolder read = read_file("2019.zip", zip({{"05/news.jsonl", lines}}));
  CHECK(read.reading.ids() == Strings{"2019.zip/05/news.jsonl#1", "2019.zip/05/news.jsonl#2"});
}

TEST_CASE("containers and compression may stand in each other") {
  const std::string inner = tar({{"3.txt.gz", gzip(kPage)}, {"4.zip", zip({{"5.txt", kPage}})}});
  for (const Compressor& compressor : kCompressors) {
    CAPTURE(compressor.name);
    const std::string bytes =
        compressor.compress(zip({{"1.tar", inner}, {"2.jsonl.xz", xz(json_lines(1))}}));
    const ReadFolder read = read_file("x", bytes);
    CHECK(read.reading.ids() == Strings{"x/1.tar/3.txt.gz", "x/1.tar/4.zip/5.txt", "a1"});
    CHECK(read.reading.rejections.empty());
  }
}

TEST_CASE("nesting has an end") {
  std::string bytes = kPage;
  for (int level = 0; level < 4; ++level) bytes = zip({{"z", bytes}, {"page.txt", kPage}});
  CHECK(read_file("x", bytes).reading.articles.size() == 5);
  bytes = zip({{"z", bytes}, {"page.txt", kPage}});
  const ReadFolder read = read_file("x", bytes);
  CHECK(read.reading.articles.size() == 4);
  REQUIRE(read.reading.rejections.size() == 1);
  CHECK(read.file(0) == "x/z/z/z/z");
  CHECK(read.reason(0) == "archives are nested more than 4 levels deep");
}

TEST_CASE("standard input may be a container: its members have paths for ids") {
  for (const std::string& bytes : packed_in_all_ways(kPage, json_lines(2), kPage)) {
    const TempFolder folder;
    const StandardInputFrom standard_input(folder.write("in", gzip(bytes)));
    const Reading reading = read_all({"-"});
    CHECK(reading.ids() == Strings{"a.txt", "a1", "a2", "c.txt"});
    REQUIRE(!reading.articles.empty());
    CHECK(reading.articles[0].origin.file == "standard input/a.txt");
  }
}

TEST_CASE("what a folder's walk leaves out is left out of a container too") {
  const Strings all{"x/b/page.txt"};
  CHECK(read_file("x", zip({{"b/", ""},
                            {".DS_Store", kPage},
                            {"__MACOSX/b/._page.txt", kPage},
                            {".git/page.txt", kPage},
                            {"b/page.txt", kPage}}))
            .reading.ids() == all);
  const ReadFolder read = read_file("x", tar({{"b", "", '5'},
                                              {"link.txt", "b/page.txt", '2'},
                                              {"hard.txt", "b/page.txt", '1'},
                                              {"device", "", '3'},
                                              {"pipe", "", '6'},
                                              {"./.hidden", kPage},
                                              {"b/page.txt", kPage}}));
  CHECK(read.reading.ids() == all);
  CHECK(read.reading.rejections.empty());
}

TEST_CASE("a path out of the container stays in it, and is no other member's") {
  CHECK(member_path("a/b.txt") == "a/b.txt");
  CHECK(member_path("./a//b.txt") == "a/b.txt");
  CHECK(member_path("../../etc/passwd") == "%2e%2e/%2e%2e/etc/passwd");
  CHECK(member_path("/etc/passwd") == "%2fetc/passwd");
  CHECK(member_path("a/../b") == "a/%2e%2e/b");
  CHECK(member_path("\xC7\xE1.txt") == "%c7%e1.txt");
  const TempFolder outside;
  const std::string victim = outside.write("victim.txt", "كما كان");
  for (const std::string& bytes :
       {zip({{"../a.txt", kPage}, {"a.txt", kPage}, {"/a.txt", kPage}}),
        tar({{"../a.txt", kPage}, {"a.txt", kPage}, {"/a.txt", kPage}})}) {
    const ReadFolder read = read_file("x", bytes);
    CHECK(read.reading.ids() == Strings{"x/%2e%2e/a.txt", "x/a.txt", "x/%2fa.txt"});
    CHECK(std::distance(fs::recursive_directory_iterator(read.folder.path()), {}) == 1);
  }
}

TEST_CASE("names are UTF-8 whatever they were") {
  constexpr unsigned kUtf8 = 0x800;
  const ReadFolder read = read_file("x", zip({{"أخبار/نشرة.txt", kPage, 8, kUtf8},
                                              {"نشرة بلا علامة.txt", kPage},
                                              {"\xC7\xE1\xE4.txt", kPage},
                                              {"\xC7\xE1.txt", kPage, 8, kUtf8}}));
  REQUIRE(read.reading.articles.size() == 4);
  const Strings ids = read.reading.ids();
  CHECK(ids[0] == "x/أخبار/نشرة.txt");
  CHECK(ids[1] == "x/نشرة بلا علامة.txt");
  CHECK(ids[2] == "x/%c7%e1%e4.txt");
  CHECK(ids[3] != ids[2]);
}

/// By libarchive, which writes the long names of each kind of tar.
std::string tar_of_kind(int kind, const std::string& name) {
  std::string out(1 << 20, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  archive_write_set_format(writer, kind);
  archive_write_open_memory(writer, out.data(), out.size(), &used);
  archive_entry* entry = archive_entry_new();
  archive_entry_update_pathname_utf8(entry, name.c_str());
  archive_entry_set_size(entry, static_cast<la_int64_t>(kPage.size()));
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_entry_set_perm(entry, 0644);
  CHECK(archive_write_header(writer, entry) >= ARCHIVE_WARN);
  archive_write_data(writer, kPage.data(), kPage.size());
  archive_entry_free(entry);
  archive_write_close(writer);
  archive_write_free(writer);
  out.resize(used);
  return out;
}

TEST_CASE("every kind of tar is read, with long names") {
  const std::string path = std::string(90, 'd').append("/").append(90, 'e').append("/page.txt");
  for (const int kind : {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FORMAT_TAR_PAX_INTERCHANGE,
                         ARCHIVE_FORMAT_TAR_GNUTAR, ARCHIVE_FORMAT_TAR_PAX_RESTRICTED}) {
    CAPTURE(kind);
    const ReadFolder read = read_file("x", tar_of_kind(kind, path));
    CHECK(read.reading.ids() == Strings{"x/" + path});
  }
  std::string v7 = tar_member({"page.txt", kPage});
  v7.replace(257, 8, 8, '\0');
  mend_tar_checksum(v7);
  CHECK(read_file("x", v7).reading.ids() == Strings{"x/page.txt"});
}

TEST_CASE("tar files one after the other are one") {
  const std::string bytes = tar({{"1.txt", kPage}}) + tar({{"2.txt", kPage}});
  CHECK(read_file("x", bytes).reading.ids() == Strings{"x/1.txt", "x/2.txt"});
}

TEST_CASE("a member that cannot be read is one rejection, and the rest goes on") {
  const std::string bytes = zip({{"1.txt", kPage},
                                 {"secret.txt", kPage, 8, 1},
                                 {"deflate64.txt", kPage, 9},
                                 {"empty.txt", ""},
                                 {std::string(5000, 'n'), kPage},
                                 {"2.txt", kPage}});
  const ReadFolder read = read_file("x.zip", bytes);
  CHECK(read.reading.ids() == Strings{"x.zip/1.txt", "x.zip/2.txt"});
  REQUIRE(read.reading.rejections.size() == 4);
  CHECK(read.file(0) == "x.zip/secret.txt");
  CHECK(contains(read.reason(0), "encrypted"));
  CHECK(read.file(1) == "x.zip/deflate64.txt");
  CHECK(contains(read.reason(1), "deflat"));
  CHECK(contains(read.reason(1), "9"));
  CHECK(read.reason(2) == "it is empty");
  CHECK(contains(read.reason(3), "longer than 4096 bytes"));
}

TEST_CASE("compression inside zip that takes any amount of memory is refused") {
  for (const unsigned method : {14U, 95U}) {
    const ReadFolder read = read_file("x.zip", zip({{"1.txt", kPage}, {"2.txt", kPage, method}}));
    CHECK(read.reading.ids() == Strings{"x.zip/1.txt"});
    REQUIRE(read.reading.rejections.size() == 1);
    CHECK(contains(read.reason(0), method == 14 ? "with lzma, which is not supported inside zip"
                                                : "with xz, which is not supported inside zip"));
  }
}

TEST_CASE("a damaged member is one rejection, and the rest goes on") {
  const std::string good = zip({{"1.jsonl", json_lines(50)}, {"2.txt", kPage}});
  const std::size_t middle = good.find("PK\3\4", 4) / 2;
  for (const std::size_t at : {middle, std::size_t{14}}) {  // data, checksum
    CAPTURE(at);
    std::string bytes = good;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
    const ReadFolder read = read_file("x.zip", bytes);
    REQUIRE(!read.reading.articles.empty());
    CHECK(read.reading.ids().back() == "x.zip/2.txt");
    REQUIRE(!read.reading.rejections.empty());
    CHECK(read.file(read.reading.rejections.size() - 1) == "x.zip/1.jsonl");
    CAPTURE(read.reading.rejections.back().reason);
    CHECK(contains(read.reading.rejections.back().reason, "its zip data cannot be read"));
  }
}

TEST_CASE("a damaged header of a tar costs its member") {
  std::string bytes = tar({{"1.txt", kPage}, {"2.txt", kPage}, {"3.txt", kPage}});
  bytes[1024 + 10] = 'x';
  const ReadFolder read = read_file("x.tar", bytes);
  CHECK(read.reading.ids() == Strings{"x.tar/1.txt", "x.tar/3.txt"});
  REQUIRE(read.reading.rejections.size() == 1);
  CHECK(read.file(0) == "x.tar");
  CHECK(contains(read.reason(0), "its tar data cannot be read"));
}

TEST_CASE("of a container that is cut off everything before is kept, and one rejection tells") {
  const std::string lines = json_lines(2000);
  for (const std::string& whole : {zip({{"1.txt", kPage}, {"2.jsonl", lines, 0}, {"3.txt", kPage}}),
                                   zip({{"1.txt", kPage}, {"2.jsonl", lines, 8, 0, true}}),
                                   tar({{"1.txt", kPage}, {"2.jsonl", lines}, {"3.txt", kPage}})}) {
    const std::size_t begin = whole.find("2.jsonl");
    const ReadFolder read = read_file("x", std::string_view(whole).substr(0, begin + 3000));
    CHECK(read.reading.articles.size() >= 10);
    REQUIRE(read.reading.rejections.size() == 1);
    CAPTURE(read.reason(0));
    CHECK(read.file(0) == "x/2.jsonl");
    CHECK(contains(read.reason(0), "data ends early after record"));
    const ReadFolder in_header = read_file("x", std::string_view(whole).substr(0, begin + 2));
    CHECK(in_header.reading.articles.size() == 1);
    REQUIRE(in_header.reading.rejections.size() == 1);
    CHECK(in_header.file(0) == "x");
    CHECK(
        contains(in_header.reason(0), "data ends early after member 1; what came before is kept"));
  }
}

TEST_CASE("a container in cut compression says what is wrong once") {
  const std::string bytes = gzip(tar({{"1.txt", kPage}, {"2.jsonl", json_lines(2000)}}));
  const ReadFolder read = read_file("x", std::string_view(bytes).substr(0, bytes.size() / 2));
  CHECK(read.reading.articles.size() > 100);
  REQUIRE(read.reading.rejections.size() == 1);
  CAPTURE(read.reason(0));
  CHECK(read.file(0) == "x/2.jsonl");
  CHECK(contains(read.reason(0), "its gzip data ends early after record"));
}

TEST_CASE("a tar may claim any size") {
  const std::string bytes = tar_member({"1.txt", kPage}) +
                            tar_member({"2.jsonl", json_lines(3), '0', 07777777777}) +
                            tar({{"3.txt", kPage}});
  const ReadFolder read = read_file("x", bytes);
  CHECK(read.reading.articles.size() == 4);
  CHECK(read.reading.rejections.size() >= 1);
  CHECK(contains(read.reading.rejections.back().reason, "its tar data ends early"));
}

TEST_CASE("a container without files is a rejection") {
  for (const std::string& bytes : {zip({}), zip({{"b/", ""}}), tar({{"b", "", '5'}})}) {
    const ReadFolder read = read_file("x", bytes);
    REQUIRE(read.reading.rejections.size() == 1);
    CHECK(read.file(0) == "x");
    CHECK(contains(read.reason(0), "the archive holds no files"));
  }
}

TEST_CASE("office documents are zips whose parts are no articles") {
  for (const char* first : {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "mimetype",
                            "docProps/app.xml", "xl/workbook.xml"}) {
    CAPTURE(first);
    const ReadFolder read = read_file("x", zip({{first, "<a/>"}, {"page.txt", kPage}}));
    CHECK(read.reading.articles.empty());
    REQUIRE(read.reading.rejections.size() == 1);
    CHECK(contains(read.reason(0), "it is an office document"));
  }
  CHECK(read_file("x", zip({{"word/page.txt", kPage}})).reading.articles.size() == 1);
}

TEST_CASE("each input is summed up when it is done, members before their container") {
  const std::string lines = json_lines(2) + "ليس JSON\n";
  const std::string bytes =
      zip({{"1.jsonl", lines}, {"t.tar", tar({{"2.txt", kPage}})}, {"3", kPage, 8, 1}});
  const ReadFolder read = read_file("x.zip", bytes);
  REQUIRE(read.summaries.size() == 5);
  const auto check = [&](std::size_t index, std::string_view name, std::string_view format,
                         std::uint64_t articles, std::uint64_t rejected, std::uint64_t members) {
    CAPTURE(name);
    const InputSummary& summary = read.summaries[index];
    CHECK(summary.name == read.folder / name);
    CHECK(summary.format == format);
    CHECK(summary.articles == articles);
    CHECK(summary.rejected == rejected);
    CHECK(summary.members == members);
  };
  check(0, "x.zip/1.jsonl", "jsonl", 2, 1, 0);
  check(1, "x.zip/t.tar/2.txt", "text", 1, 0, 0);
  check(2, "x.zip/t.tar", "tar", 0, 0, 1);
  check(3, "x.zip/3", "", 0, 1, 0);
  check(4, "x.zip", "zip", 0, 0, 3);
  CHECK(read.summaries[0].bytes == lines.size());
  CHECK(read.summaries[1].bytes == kPage.size());
  CHECK(read.summaries[4].bytes == bytes.size());
}

TEST_CASE("files, absent ones and standard input are summed up too") {
  const TempFolder folder;
  const std::string compressed = gzip(json_lines(20));
  const StandardInputFrom standard_input(folder.write("in", compressed));
  std::vector<InputSummary> summaries;
  ReadOptions options;
  options.on_input = [&](const InputSummary& done) { summaries.push_back(done); };
  (void)read_all({folder.write("page.txt", kPage), folder / "absent", "-"}, options);
  REQUIRE(summaries.size() == 3);
  CHECK(summaries[0].format == "text");
  CHECK(summaries[0].articles == 1);
  CHECK(summaries[0].bytes == kPage.size());
  CHECK(summaries[1].rejected == 1);
  CHECK(summaries[1].bytes == 0);
  CHECK(summaries[2].name == "standard input");
  CHECK(summaries[2].articles == 20);
  CHECK(summaries[2].bytes == compressed.size());
}

TEST_CASE("progress counts a container's bytes on disk") {
  const TempFolder folder;
  const std::string bytes = zip({{"1.jsonl", json_lines(5000)}, {"2.txt", kPage}});
  CorpusReader reader({folder.write("a.zip", bytes), folder.write("b.tar", tar({}))}, {});
  CHECK(reader.progress().bytes_total == bytes.size() + 1024);
  (void)read_all(reader);
  CHECK(reader.progress().bytes_done == reader.progress().bytes_total);
}

TEST_CASE("a container cut or changed anywhere is read to its end, and no article is lost before") {
  const std::vector<std::string> containers = packed_in_all_ways(kPage, json_lines(5), kPage);
  CHECK(rc::check([&] {
    std::string bytes = *rc::gen::elementOf(containers);
    const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
    if (*rc::gen::arbitrary<bool>()) {
      bytes.resize(at);
    } else {
      bytes[at] = *rc::gen::arbitrary<char>();
    }
    std::uint64_t articles = 0;
    std::uint64_t rejected = 0;
    ReadOptions options;
    options.on_input = [&](const InputSummary& done) {
      articles += done.articles;
      rejected += done.rejected;
    };
    const TempFolder folder;
    const Reading reading = read_all({folder.write("x", bytes)}, options);
    RC_ASSERT(!reading.articles.empty() || !reading.rejections.empty());
    RC_ASSERT(articles == reading.articles.size());
    RC_ASSERT(rejected == reading.rejections.size());
  }));
}

}  // namespace
