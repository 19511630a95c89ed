#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "corpus/input_format.h"
#include "tests/corpus/support/compress.h"
#include "tests/corpus/support/file_bytes.h"
#include "tests/corpus/support/reading.h"
#include "tests/corpus/support/real_data.h"
#include "tests/corpus/support/standard_input.h"
#include "tests/corpus/support/temp_folder.h"

namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;
using namespace warraq::corpus;
using namespace warraq::tests;

std::string told(std::string_view beginning, std::string_view name = "") {
  return std::string(name_of(detect_format(beginning, name)));
}

TEST_CASE("JSON is lines, or one value over many") {
  CHECK(told(R"({"title":"أ"})") == "jsonl");
  CHECK(told("\xEF\xBB\xBF \n{\"title\":\"أ\"}\n{\"title\":\"ب\"}") == "jsonl");
  CHECK(told("{\"title\":\"أ\",\"tags\":[\"{\"]}\n") == "jsonl");
  CHECK(told("[{\"title\":\"أ\"},\n{\"title\":\"ب\"}]") == "json");
  CHECK(told("[\n  {\n") == "json");
  CHECK(told("[]\n") == "json");
  CHECK(told("{\n  \"title\": \"أ\"\n}") == "json");
  CHECK(told("{ \"title\": \"أ\",\n  \"body\": \"ب\" }") == "json");
  CHECK(told("{\"articles\": [\n {\"title\": \"أ\"}\n]}") == "json");
  CHECK(told("{\"title\": \"أ\"\n, \"body\": \"ب\"}") == "json");
}

TEST_CASE("one bad first line does not hide JSON lines, wherever they come from") {
  const std::string lines = "{\"title\":\"أ\"}\n{\"title\":\"ب\"}\n";
  CHECK(told("title\":\"بداية مقطوعة\"}\n" + lines) == "jsonl");
  CHECK(told("عنوان\n{\"قوس\n") == "text");
}

TEST_CASE("one object on a line that is no article, or is all of a .json, is a document") {
  const std::string answer = R"({"took":3,"hits":{"hits":[{"_source":{"title":"أ","body":"ب"}}]}})";
  for (const char* name : {"", "a.json", "a.txt", "a.jsonl"}) {
    CAPTURE(name);
    CHECK(told(answer + "\n", name) == "json");
  }
  CHECK(told(R"({"articles":[{"title":"أ"}]})") == "json");
  CHECK(told(R"({"title":"الموقع","items":[{"title":"أ"}]})", "feed.json.gz") == "json");
  CHECK(told(answer + "\n" + answer, "pages.json") == "json");
  CHECK(told(R"({"n":{"a":["}"]},"body" : "ب"})") == "jsonl");
  CHECK(told("{\"headline\":\"أ\"}\n\n{\"headline\":\"ب\"}\n") == "jsonl");
  CHECK(told("{\"title\":\"أ\"}\n{\"title\":\"ب\"}\n", "a.json") == "jsonl");
}

TEST_CASE("a brace at the beginning of a .txt begins an object or a text") {
  CHECK(told("{افتتاح الجسر}\n\nعبرت أول سيارة.\n", "a.txt") == "text");
  CHECK(told("{\"افتتاح\" الجسر}\n\nعبرت أول سيارة.\n", "a.txt.gz") == "text");
  CHECK(told("{\"title\" : \"أ\"}\n", "a.txt") == "jsonl");
  CHECK(told("{\n \"title\": \"أ\"\n}", "a.txt") == "json");
  CHECK(told("{خطأ}\n{\"title\":\"أ\"}\n{\"title\":\"ب\"}\n", "a.txt") == "jsonl");
  CHECK(told("{افتتاح الجسر}\n", "a.jsonl") == "jsonl");
}

TEST_CASE("the articles in a compact document are read, and where a map says they are") {
  const TempFolder folder;
  const std::string answer =
      R"({"hits":{"hits":[{"_id":"7","_source":{"title":"أ","body":"ب"}}]}})";
  const Reading answered = read_all({folder.write("answer", answer + "\n")});
  CHECK(answered.titles() == std::vector<std::string>{"أ"});
  CHECK(answered.ids() == std::vector<std::string>{"7"});

  const std::string pages = R"({"title":"صفحة","page":{"rows":[{"h":"أ"},{"h":"ب"}]}})"
                            "\n"
                            R"({"title":"صفحة","page":{"rows":[{"h":"ج"}]}})";
  ReadOptions options;
  options.map = parse_field_map("record = page.rows\ntitle = h\n");
  const Reading mapped = read_all({folder.write("pages.jsonl", pages)}, options);
  CHECK(mapped.titles() == std::vector<std::string>{"أ", "ب", "ج"});
}

TEST_CASE("JSON lines whose members are called otherwise are rejected with advice") {
  const TempFolder folder;
  const Reading reading = read_all({folder.write("a.jsonl", "{\"h\":1}\n{\"title\":\"\"}\n")});
  REQUIRE(reading.rejections.size() == 2);
  CHECK(reading.rejections[0].reason == "neither a title nor a body (--map says where they are)");
  CHECK(reading.rejections[1].reason == "neither a title nor a body");
}

TEST_CASE("a first line of JSON lines that is cut off makes no other format of them") {
  const std::string line = R"({"id":1,"tags":["أ","ب"],"place":{"city":"ص\"ن"}})";
  for (std::size_t size = 1; size <= line.size(); ++size) {
    CAPTURE(line.substr(0, size));
    CHECK(told(line.substr(0, size) + "\n" + line + "\n") == "jsonl");
  }
  CHECK(told("ليس JSON\n{\"title\":\"أ\"}", "n.jsonl") == "jsonl");
  CHECK(told("ليس JSON\n{\"title\":\"أ\"}", "n.NDJSON.gz") == "jsonl");
}

TEST_CASE("HTML is told by its type, its root or any tag of its own") {
  for (const char* page :
       {"<!DOCTYPE html>\n<html>", "<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n",
        "\n<html lang=\"ar\">", "<HTML>", "<head><title>خبر</title>", "<title>خبر</title><p>نص",
        "<div class=\"x\">خبر</div>", "<p>خبر", "<b>خبر</b>", "<br/>خبر", "<img src=x>",
        "<!-- saved from url=(0014)about:internet -->\n<html>",
        "<!-- أ --><!-- <?xml ?> -->\n<!DOCTYPE html>", "<!-- تعليق بلا نهاية",
        "\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\" \"y\">\n<html>",
        "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">"}) {
    CAPTURE(page);
    CHECK(told(page) == "html");
    CHECK(told(page, "page.txt") == "html");
  }
  CHECK(told("<!-- " + std::string(20'000, 'x')) == "html");
  CHECK(told("عنوان<br>نص", "page.htm") == "html");
}

TEST_CASE("XML is told by its declaration or its root") {
  for (const char* text :
       {"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Youm7>", "<?xml version=\"1.0\"?>",
        "<?xml version='1.0'?>\n<!-- أ -->\n<rss version=\"2.0\">", "<rss version=\"2.0\"></rss>",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>أ</title>", "<TEI><text/></TEI>",
        "<?xml version=\"1.0\"?><!DOCTYPE nitf SYSTEM \"nitf.dtd\" [<!ENTITY a \"b\">]><nitf>",
        "<?xml version=\"1.0\"?><DOC><TEXT>أ</TEXT></DOC>",
        "<?xml version=\"1.0\"?><خبر><عنوان>أ</عنوان></خبر>",
        "<!DOCTYPE nitf SYSTEM \"nitf.dtd\"><nitf>", "<pfx:newsItem guid=\"1\"><a/>",
        "<?xml-stylesheet href=\"a.xsl\"?>\n<doc-list><a/></doc-list>"}) {
    CAPTURE(text);
    CHECK(told(text) == "xml");
  }
  CHECK(told("<article><title>أ</title></article>", "1.xml") == "xml");
  CHECK(told("<article><h1>أ</h1></article>", "1.htm") == "html");
  CHECK(told("<item>", "1.xml") == "xml");
}

TEST_CASE("SGML is documents one after the other") {
  for (const char* text :
       {"<DOC>\n<DOCNO>1</DOCNO>", "<DOC id=\"AFP_ARB_20000715.0001\" type=\"story\">\n<HEADLINE>",
        "\n\n<doc id=\"12\" url=\"https://example.org\">\nعنوان", "1534\n<DOC>\n<DOCNO>1</DOCNO>",
        " 17 \r\n\r\n<DOC>", "<CORPUS>\n<DOC>\n<TEXT>أ", "<!DOCTYPE DOC SYSTEM \"doc.dtd\">\n<DOC>",
        "<!-- أ -->\n<DOC>"}) {
    CAPTURE(text);
    CHECK(told(text) == "sgml");
  }
  CHECK(told("تعليق", "a.sgm.bz2") == "sgml");
}

TEST_CASE("WARC is told by its version") {
  CHECK(told("WARC/1.0\r\nWARC-Type: warcinfo\r\n") == "warc");
  CHECK(told("WARC/1.1\r\n") == "warc");
  CHECK(told("WARC/ صيغة لحفظ الويب\nنص") == "text");
}

TEST_CASE("a table is told by a header of known names, or by its name and even rows") {
  CHECK(told("id,title,body\n1,أ,ب\n") == "csv");
  CHECK(told("\xEF\xBB\xBF\"Title\";\"Published_At\";\"Text\"\r\n\"أ\";\"2019\";\"ب\"\r\n") ==
        "csv");
  CHECK(told("العنوان\tالتاريخ\tالنص\nأ\t2019\tب\n") == "csv");
  CHECK(told("عنوان,تاريخ النشر\nأ,2019\n") == "csv");
  CHECK(told("\xC7\xE1\xDA\xE4\xE6\xC7\xE4,\xC7\xE1\xCA\xC7\xD1\xED\xCE,\xC7\xE1\xE4\xD5\n"
             "\xC7\xDD\xCA\xCA\xC7\xCD \xC7\xE1\xE3\xDF\xCA\xC8\xC9,2019,"
             "\xC7\xDD\xCA\xCA\xCD \xC7\xE1\xE6\xD2\xED\xD1 \xC7\xE1\xE3\xDF\xCA\xC8\xC9\n") ==
        "csv");
  CHECK(told("x,y\n1,\"أ, ب\nج\"\n2,د\n", "t.csv") == "csv");
  CHECK(told("x\ty\n1\tأ\n", "t.tsv.gz") == "csv");
  CHECK(told("text\nخبر أول\nخبر ثان\n", "t.csv") == "csv");
  CHECK(told("x,y\n1,أ\n2,ب\n") == "text");
}

TEST_CASE("a table may name its delimiter first, or have Arabic commas") {
  CHECK(told("sep=;\r\nم;ن\r\n1;أ\r\n") == "csv");
  CHECK(told("\xEF\xBB\xBF\"sep=،\"\nم،ن\n") == "csv");
  CHECK(told("sep=arator\nنص\n") == "text");
  CHECK(told("العنوان،النص،التاريخ\nافتتاح الجسر،عبرت أول سيارة،2012-05-02\n") == "csv");
  CHECK(told("العنوان؛النص؛المصدر\nأ؛ب؛ج\n") == "csv");
  CHECK(told("العنوان،النص\n\"أ،\nب\"،ج\n") == "csv");
  CHECK(told("العنوان،النص،التاريخ\n", "t.csv") == "csv");
  CHECK(told("التاريخ، المصدر\nأمس، الوكالة\n") == "text");
  CHECK(told("المصدر, الموقع\n\nقال الوزير إن الجسر سيفتح غدا.\n") == "text");
  CHECK(told("قال الوزير، أمس، إن\nوأضاف، ردا، إن\n", "t.csv") == "text");
}

TEST_CASE("prose with commas, verse and lists are text") {
  const std::string prose =
      "قال الوزير, في مؤتمر صحفي, إن الجسر سيفتح غدا\nوأضاف, ردا على سؤال, أن العمل اكتمل\n";
  CHECK(told(prose) == "text");
  CHECK(told(prose, "page.txt") == "text");
  CHECK(told("قفا نبك من ذكرى حبيب ومنزل\tبسقط اللوى بين الدخول فحومل\n"
             "فتوضح فالمقراة لم يعف رسمها\tلما نسجتها من جنوب وشمأل\n") == "text");
  CHECK(told("الرئيسية | سياسة | اقتصاد | رياضة\nخبر\n") == "text");
  CHECK(told("العنوان، النص، التاريخ\nنص\n") == "text");
  CHECK(told("عنوان الخبر الأول, وفيه تفصيل\nنص, ونص\n") == "text");
  CHECK(told("التاريخ, كما نعلم, يعيد نفسه\nوالنص, كذلك, يعاد\n") == "text");
  CHECK(told("نص بلا فواصل\nوسطر آخر\n", "t.csv") == "text");
}

TEST_CASE("what only looks like markup is text") {
  for (const char* text : {"< 5 درجات > الطقس في عمّان", "<someone@example.org> كتب:\nنص",
                           "<<عنوان>>\nنص", "<خبر عاجل> افتتاح الجسر", "[نشرة] عنوان\nنص", "",
                           "<3 القلوب", "<note> بلا نهاية", "1534\nنص"}) {
    CAPTURE(text);
    CHECK(told(text) == "text");
  }
}

// ---- UTF-16 and UTF-32 ----

std::string wide(std::u32string_view text, std::size_t unit_bytes, bool little_endian) {
  std::string out;
  for (const char32_t c : text) {
    for (std::size_t byte = 0; byte < unit_bytes; ++byte) {
      const std::size_t place = little_endian ? byte : unit_bytes - 1 - byte;
      out += static_cast<char>((c >> (8 * place)) & 0xFFU);
    }
  }
  return out;
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int time = 0; time < times; ++time) out += text;
  return out;
}

TEST_CASE("wide text is read as its UTF-8 is, and its articles say what it was") {
  constexpr std::u32string_view kLine =
      U"{\"title\":\"افتتاح الجسر الجديد\",\"body\":\"عبرت أول سيارة الجسر صباح اليوم\"}\n";
  for (const std::size_t unit_bytes : {std::size_t{2}, std::size_t{4}}) {
    for (const bool little_endian : {true, false}) {
      for (const bool marked : {true, false}) {
        CAPTURE(unit_bytes);
        CAPTURE(little_endian);
        CAPTURE(marked);
        const std::string mark = marked ? wide(U"\uFEFF", unit_bytes, little_endian) : "";
        const std::string bytes = mark + repeated(wide(kLine, unit_bytes, little_endian), 3000);
        const TempFolder folder;
        const Reading reading = read_all({folder.write("x", bytes)});
        CHECK(reading.rejections.empty());
        REQUIRE(reading.articles.size() == 3000);
        const ReadArticle& last = reading.articles.back();
        CHECK(last.article.title == "افتتاح الجسر الجديد");
        CHECK(last.decoding.charset ==
              "UTF-" + std::to_string(8 * unit_bytes) + (little_endian ? "LE" : "BE"));
        CHECK(last.decoding.basis == (marked ? "byte order mark" : "detected"));
      }
    }
  }
}

TEST_CASE("a page in UTF-16 may be compressed, and cut off") {
  const std::string bytes = wide(U"\uFEFFافتتاح الجسر\nعبرت أول سيارة الجسر", 2, true);
  const TempFolder folder;
  const Reading whole = read_all({folder.write("x.gz", gzip(bytes))});
  CHECK(whole.titles() == std::vector<std::string>{"افتتاح الجسر"});
  const std::string cut = gzip(bytes).substr(0, 50);
  const Reading reading = read_all({folder.write("y.gz", cut)});
  REQUIRE(reading.rejections.size() == 1);
  CHECK(contains(reading.rejections[0].reason, "its gzip data ends early"));
}

TEST_CASE("files that hold no text are rejected, saying what they are") {
  const std::vector<std::pair<std::string, std::string>> files{
      {"%PDF-1.7\nنص", "a PDF document"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s, "an old office document"},
      {"\xFF\xD8\xFF\xE0\0\x10JFIF"s, "a JPEG image"},
      {"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, "a PNG image"},
      {"{\\rtf1\\ansi", "an RTF document"},
      {"\x7F"
       "ELF\2\1\1\0"s,
       "a program"},
      {"7z\xBC\xAF\x27\x1C\0"s, "a 7-Zip archive"},
      {"SQLite format 3\0"s, "an SQLite database"}};
  for (const auto& file : files) {
    const std::string& kind = file.second;
    CAPTURE(kind);
    const TempFolder folder;
    const Reading reading = read_all({folder.write("x", file.first + std::string(100, '\1'))});
    CHECK(reading.articles.empty());
    REQUIRE(reading.rejections.size() == 1);
    CHECK(reading.rejections[0].reason == "it is " + kind + ", not a text");
  }
}

TEST_CASE("what lies beside saved pages is no article, unless text is asked for") {
  const std::vector<std::pair<std::string, std::string>> files{
      {"style.css", "a style sheet"},
      {"style.css?ver=4.9.8", "a style sheet"},
      {"jquery.min.js@ver=3", "a script"},
      {"app.JS.gz", "a script"},
      {"sub/robots.txt", "a file for crawlers"},
      {"sitemap-1.txt", "a file for crawlers"},
      {"news.sql", "a dump of a database"},
      {"error.log", "a log"}};
  ReadOptions forced;
  forced.format = InputFormat::text;
  for (const auto& [name, kind] : files) {
    const TempFolder folder;
    (void)folder.write(name, "أ = 1;\nنص في غير مقال\n");
    const Reading reading = read_all({folder.path()});
    CAPTURE(name.c_str());
    CHECK(reading.articles.empty());
    REQUIRE(reading.rejections.size() == 1);
    CHECK(reading.rejections[0].reason ==
          "it is " + kind + ", not an article; --input-format text reads it all the same");
    CHECK(read_all({folder.path()}, forced).articles.size() == 1);
  }
  const TempFolder folder;
  (void)folder.write("css.txt", "افتتاح الجسر\nنص\n");
  (void)folder.write("js", "افتتاح الجسر\nنص\n");
  (void)folder.write("index.php", "<html><title>أ</title><p>ب</html>");
  const Reading others = read_all({folder.path()});
  CHECK(others.articles.size() == 2);
  REQUIRE(others.rejections.size() == 1);
  CHECK(contains(others.rejections[0].reason, "no article text found"));
}

TEST_CASE("a page saved as MHTML is rejected, and a text about MIME is not") {
  const std::string page =
      "From: <Saved by a browser>\r\nSubject: =?utf-8?B?2KPYrtio2KfYsQ==?=\r\n"
      "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"b\"\r\n\r\n--b\r\n"
      "Content-Type: text/html\r\n\r\n<html></html>\r\n--b--\r\n";
  const TempFolder folder;
  const Reading reading = read_all({folder.write("page.mht", page)});
  CHECK(reading.articles.empty());
  REQUIRE(reading.rejections.size() == 1);
  CHECK(reading.rejections[0].reason ==
        "it is a page saved as MHTML (a MIME archive), which is not read; save pages as HTML");
  const std::string lone =
      "From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n"
      "Content-Transfer-Encoding: base64\n\n2KPYrtio2KfYsQ==\n";
  CHECK(read_all({folder.write("lone.mht", lone)}).articles.empty());
  const std::string text =
      "شرح البريد\n\nيبدأ البريد بسطور منها:\nMIME-Version: 1.0\nContent-Type: multipart/related\n";
  CHECK(read_all({folder.write("mail.txt", text)}).articles.size() == 1);
}

TEST_CASE("a format that is forced on another is said record by record") {
  const TempFolder folder;
  const std::string page = folder.write("page", "<html>\n<p>خبر</p>\n</html>\n");
  ReadOptions options;
  options.format = InputFormat::jsonl;
  const Reading reading = read_all({page}, options);
  CHECK(reading.rejections.size() == 3);
  CHECK(reading.rejections[2].origin.line == 3);
}

TEST_CASE("real files of each format are told") {
  const std::vector<std::pair<std::string, std::string>> files{
      {"derived/abu_el_khair_like_cp1256.xml", "xml"},
      {"derived/abu_el_khair_like_utf8.xml", "xml"},
      {"derived/ldc_like_cp1256.sgml", "sgml"},
      {"derived/ldc_like_utf8.sgml", "sgml"},
      {"derived/page_utf-8.html", "html"},
      {"derived/page_windows-1256.html", "html"},
      {"html/goose_test_cnn_arabic.html", "html"},
      {"html/goose_test_cnn_arabic.json", "json"},
      {"plain/albayan-2019-04.txt", "text"}};
  const std::optional<fs::path> formats = real_data("formats");
  if (!formats) return;
  for (const auto& file : files) {
    const std::string& name = file.first;
    CAPTURE(name);
    CHECK(told(file_bytes(*formats / name).substr(0, kBeginningBytes)) == file.second);
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(*formats / "trec_xml_ant")) {
    CAPTURE(entry.path().string());
    CHECK(told(file_bytes(entry.path()).substr(0, kBeginningBytes)) == "sgml");
  }
}

TEST_CASE("real files keep their formats in what is wrapped around them") {
  const std::optional<fs::path> formats = real_data("formats");
  if (!formats) return;
  std::vector<std::string> told_formats;
  ReadOptions options;
  options.on_input = [&](const InputSummary& done) { told_formats.push_back(done.format); };
  (void)read_all({*formats / "derived/ldc_like_utf16le.sgml", *formats / "derived/sample.warc.gz"},
                 options);
  CHECK(told_formats == std::vector<std::string>{"sgml", "warc"});
}

}  // namespace
