#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>

#include "corpus/article_id.h"
#include "tests/corpus/support/compress.h"
#include "tests/corpus/support/reading.h"
#include "tests/corpus/support/standard_input.h"
#include "tests/corpus/support/temp_folder.h"

namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;
using namespace warraq::corpus;
using namespace warraq::tests;
using Strings = std::vector<std::string>;

std::string only_reason(const Reading& reading) {
  REQUIRE(reading.articles.empty());
  REQUIRE(reading.rejections.size() == 1);
  CHECK(reading.rejections[0].origin.record == 0);
  CHECK(reading.rejections[0].origin.line == 0);
  return reading.rejections[0].reason;
}

TEST_CASE("a folder is read in byte order of its paths, without what is hidden or linked") {
  const TempFolder folder;
  for (const char* name : {"ب.txt", "a.txt", "a/2.txt", "a/10.txt", "a/deep/er/x.txt", "a-b/1.txt",
                           "B.txt", ".hidden.txt", ".git/x.txt", "a/.x"}) {
    (void)folder.write(name, "عنوان\nمتن");
  }
  fs::create_directory_symlink(folder.path() / "a", folder.path() / "loop");
  fs::create_directory_symlink(folder.path(), folder.path() / "a" / "up");
  fs::create_symlink(folder.path() / "B.txt", folder.path() / "link.txt");
  const Reading reading = read_all({folder.path()});
  CHECK(reading.ids() == Strings{"B.txt", "a-b/1.txt", "a.txt", "a/10.txt", "a/2.txt",
                                 "a/deep/er/x.txt", "link.txt", "ب.txt"});
  CHECK(reading.rejections.empty());
  CHECK(reading.articles[3].origin.file == folder / "a/10.txt");
  CHECK(read_all({folder.path().string() + "/"}).articles[3].origin.file == folder / "a/10.txt");
}

TEST_CASE("HTML in fields of JSON and tables is text, and what only looks like it is left") {
  const TempFolder folder;
  const std::string html =
      "<p class='x'>افتتح الوزير&nbsp;<b>المعرض</b>.</p><script>var p = '<p>';</script>"
      "<style>p {}</style><p>وحضر الافتتاح<br>كثيرون.</p>";
  const std::string body = "افتتح الوزير\u00A0المعرض.\nوحضر الافتتاح\nكثيرون.";
  const std::string title = "&#8220;المعرض&#8221; <em>اليوم</em>";
  (void)folder.write("1.csv", "title,body\n\"" + title + "\",\"" + html + "\"\n");
  (void)folder.write("2.json", "[{\"title\":\"" + title + "\",\n\"body\":\"" + html + "\"}]");
  (void)folder.write("3.jsonl", "{\"title\":\"" + title + "\",\"body\":\"" + html + "\"}\n");
  (void)folder.write("4.jsonl",
                     "{\"title\":\"خبر\",\"body\":\"&lt;p&gt;أ&lt;/p&gt;&lt;p&gt;ب&lt;/p&gt;\"}\n");
  const Reading reading = read_all({folder.path()});
  CHECK(reading.rejections.empty());
  REQUIRE(reading.articles.size() == 4);
  for (std::size_t at = 0; at < 3; ++at) {
    CHECK(reading.articles[at].article.title == "“المعرض” اليوم");
    CHECK(reading.articles[at].article.body == body);
  }
  CHECK(reading.articles[3].article.body == "أ\nب");
}

TEST_CASE("without paragraphs that are marked, blank lines end them, as in WordPress's database") {
  const TempFolder folder;
  (void)folder.write("1.csv",
                     "post_title,post_content\nخبر,\"أولى <a href='x'>هنا</a>.\n\nثانية\r\n\r\n"
                     "<blockquote>قول</blockquote>\nثالثة.\n\nرابعة.\"\n");
  const Reading reading = read_all({folder.path()});
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].article.body == "أولى هنا.\nثانية\nقول\nثالثة.\nرابعة.");
  (void)folder.write("1.csv", "title,body\nخبر,\"<b>أولى</b>\nثانية\n\nثالثة\"\n");
  CHECK(read_all({folder.path()}).articles.at(0).article.body == "أولى\nثانية\n\nثالثة");
}

TEST_CASE("angle brackets and ampersands that are no HTML stay as they are") {
  for (const std::string text :
       {"سطر\n\nالحرارة < 5 و > 3", "إذا كان a <b and c> d", "وسم <b> وحده", "س & ص; ?a=1&copy=2",
        "كتاب <المعرض>", "i<p", "قال <<نعم>>"}) {
    CAPTURE(text);
    const TempFolder folder;
    (void)folder.write("1.csv", "title;body\nخبر;\"" + text + "\"\n");
    const Reading reading = read_all({folder.path()});
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].article.body == text);
  }
}

TEST_CASE("a record of a script alone is none") {
  const TempFolder folder;
  (void)folder.write("1.jsonl", "{\"body\":\"<script>x()</script>\"}\n" + json_lines(1));
  const Reading reading = read_all({folder.path()});
  CHECK(reading.articles.size() == 1);
  REQUIRE(reading.rejections.size() == 1);
  CHECK(reading.rejections[0].reason == "neither a title nor a body");
  CHECK(reading.rejections[0].origin.line == 1);
}

TEST_CASE("a folder may hold several formats, each told by its content") {
  const TempFolder folder;
  (void)folder.write("1.txt", json_lines(2));
  (void)folder.write("2.jsonl.gz", gzip(json_lines(3)));
  (void)folder.write("3.jsonl", "ليس هذا السطر خبرا\n" + json_lines(1));
  (void)folder.write("4", "[نشرة] عنوان بين قوسين\nمتن");
  (void)folder.write("5.png", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\1\0\2"s);
  const Reading reading = read_all({folder.path()});
  CHECK(reading.articles.size() == 7);
  REQUIRE(reading.rejections.size() == 2);
  CHECK(reading.rejections[0].origin.file == folder / "3.jsonl");
  CHECK(reading.rejections[0].origin.line == 1);
  CHECK(reading.rejections[1].origin.file == folder / "5.png");
}

TEST_CASE("an input that is not there or not readable is one rejection, and the rest goes on") {
  const TempFolder folder;
  const std::string good = folder.write("good.jsonl", json_lines(2));
  fs::create_directory(folder.path() / "empty");
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  const Reading reading =
      read_all({folder / "absent.jsonl", good, folder / "empty", folder.write("nothing.jsonl", ""),
                folder / "pipe", "/dev/null", good});
  CHECK(reading.articles.size() == 4);
  REQUIRE(reading.rejections.size() == 5);
  CHECK(reading.rejections[0].origin.file == folder / "absent.jsonl");
  CHECK(reading.rejections[0].reason == "no such file or folder");
  CHECK(contains(reading.rejections[1].reason, "the folder holds no files"));
  CHECK(reading.rejections[2].reason == "it is empty");
  CHECK(contains(reading.rejections[3].reason, "a named pipe"));
  CHECK(contains(reading.rejections[4].reason, "a device"));
}

TEST_CASE("a file that may not be read is a rejection") {
  const TempFolder folder;
  const std::string file = folder.write("secret.txt", "نص");
  fs::permissions(file, fs::perms::none);
  if (::access(file.c_str(), R_OK) == 0) {
    MESSAGE("skipped: this user may read every file");
    return;
  }
  CHECK(contains(only_reason(read_all({file})), "cannot be opened"));
}

TEST_CASE("a folder of hidden files alone holds no files") {
  const TempFolder folder;
  (void)folder.write(".a", "نص");
  CHECK(contains(only_reason(read_all({folder.path()})), "the folder holds no files"));
}

TEST_CASE("an id is the one given, else the URL, else the place") {
  const TempFolder folder;
  const std::string file =
      folder.write("sub/news.jsonl", R"({"id":"  خبر-1 ","title":"أ","url":"https://e.org/1"})"
                                     "\n"
                                     R"({"id":42,"title":"ب"})"
                                     "\n"
                                     R"({"title":"ج","url":" HTTPS://E.Org/A?q=B#top "})"
                                     "\nليس JSON\n\n"
                                     R"({"title":"د"})");
  CHECK(read_all({file}).ids() == Strings{"خبر-1", "42", "https://e.org/A?q=B", "news.jsonl#5"});
  CHECK(read_all({folder.path()}).ids().back() == "sub/news.jsonl#5");
  CHECK(read_all({folder / "sub"}).ids().back() == "news.jsonl#5");
}

TEST_CASE("canonical URLs") {
  CHECK(canonical_url("http://Example.ORG") == "http://example.org");
  CHECK(canonical_url("http://Example.ORG/Path#part") == "http://example.org/Path");
  CHECK(canonical_url("http://e.org#Part") == "http://e.org");
  CHECK(canonical_url("http://e.org/#!/news/5") == "http://e.org/#!/news/5");
  CHECK(canonical_url("http://e.org/#/news/5") == "http://e.org/#/news/5");
  CHECK(canonical_url("/Relative/Path#x") == "/Relative/Path");
  CHECK(canonical_url("http://e.org/خبر") == "http://e.org/خبر");
  CHECK(canonical_url("  ").empty());
  CHECK(canonical_url("#top").empty());
}

TEST_CASE("on standard input an id comes from the content, however it is written") {
  const TempFolder folder;
  const std::string file =
      folder.write("in",
                   "{\"title\":\"أ\",\"body\":\"ب\"}\n{ \"body\":\"\\u0628\", \"title\":\"أ\"}\n"
                   "{\"title\":\"ج\"}\n");
  const StandardInputFrom standard_input(file);
  const Reading reading = read_all({"-"});
  REQUIRE(reading.articles.size() == 3);
  const std::string& id = reading.articles[0].article.id;
  CHECK(id.starts_with("content:"));
  CHECK(id.size() == 8 + 32);
  CHECK(reading.articles[1].article.id == id);
  CHECK(reading.articles[2].article.id != id);
  CHECK(reading.articles[0].origin.file == "standard input");
}

TEST_CASE("standard input may be compressed, and is named in rejections") {
  const TempFolder folder;
  const std::string bytes = zstd(json_lines(50));
  {
    const StandardInputFrom standard_input(folder.write("whole", bytes));
    CHECK(read_all({"-"}).articles.size() == 50);
  }
  const StandardInputFrom standard_input(folder.write("cut", bytes.substr(0, 40)));
  const Reading reading = read_all({"-"});
  REQUIRE(reading.rejections.size() == 1);
  CHECK(reading.rejections[0].origin.file == "standard input");
}

TEST_CASE("a file name that is no UTF-8 gives an id that is") {
  const TempFolder folder;
  (void)folder.write("\xC7\xE1.txt", "نص");
  const Reading reading = read_all({folder.path()});
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].article.id == "%c7%e1.txt");
  CHECK(reading.articles[0].origin.file == folder / "%c7%e1.txt");
}

TEST_CASE("a format that is asked for is not guessed") {
  const TempFolder folder;
  const std::string page = folder.write("page.txt", "عنوان\nمتن");
  ReadOptions options;
  options.format = InputFormat::jsonl;
  CHECK(read_all({page}, options).rejections.size() == 2);
  CHECK(input_format("jsonl") == InputFormat::jsonl);
  CHECK(input_format("text") == InputFormat::text);
  CHECK(input_format("auto") == InputFormat::automatic);
  CHECK(!input_format("docx"));
}

TEST_CASE("nobody but the archive that counted says what is furniture") {
  const TempFolder folder;
  const Reading reading = read_all({folder.write(
      "news.jsonl",
      "{\"body\":\"نص "
      "مهم\",\"page_furniture\":[[0,4]]}\n{\"body\":\"نص\",\"page_furniture\":7}\n")});
  REQUIRE(reading.articles.size() == 2);
  for (const ReadArticle& read : reading.articles) {
    CHECK(read.article.furniture.empty());
    CHECK(read.article.extra.empty());
  }
}

TEST_CASE("progress counts bytes on disk and ends at their sum") {
  const TempFolder folder;
  const std::string compressed = gzip(json_lines(5000));
  (void)folder.write("a/1.jsonl.gz", compressed);
  const std::string picture = "%PDF-1.4\n" + std::string(200'000, ' ');
  const std::string rejected_unread = folder.write("2.pdf", picture);
  CorpusReader reader({folder / "a", rejected_unread, folder / "absent"}, {});
  CHECK(reader.progress().bytes_total == compressed.size() + picture.size());
  CHECK(reader.progress().bytes_done == 0);
  const Reading reading = read_all(reader);
  CHECK(reading.articles.size() == 5000);
  CHECK(reader.progress().bytes_done == reader.progress().bytes_total);
}

TEST_CASE("the total is not known where standard input is read") {
  const TempFolder folder;
  const std::string file = folder.write("a.jsonl", json_lines(3));
  const StandardInputFrom standard_input(file);
  CorpusReader reader({"-", file}, {});
  CHECK(reader.progress().bytes_total == 0);
  (void)read_all(reader);
  CHECK(reader.progress().bytes_done == 2 * fs::file_size(file));
}

TEST_CASE("progress may be asked for by another thread") {
  const TempFolder folder;
  const std::string file = folder.write("a.jsonl", json_lines(20'000));
  CorpusReader reader({file}, {});
  std::atomic<bool> done = false;
  bool went_back = false;
  std::thread watcher([&] {
    std::uint64_t last = 0;
    while (!done) {
      const std::uint64_t now = reader.progress().bytes_done;
      went_back = went_back || now < last;
      last = now;
    }
  });
  const Reading reading = read_all(reader);
  done = true;
  watcher.join();
  CHECK(reading.articles.size() == 20'000);
  CHECK(!went_back);
}

}  // namespace