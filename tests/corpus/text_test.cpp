#include <doctest/doctest.h>

#include <string>

#include "tests/corpus/support/reading.h"
#include "tests/corpus/support/temp_folder.h"

namespace {

using namespace std::string_literals;
using namespace warraq::corpus;
using namespace warraq::tests;

Reading read_page(std::string_view content, const ReadOptions& options = {}) {
  const TempFolder folder;
  return read_all({folder.write("page.txt", content)}, options);
}

Article page_of(std::string_view content) {
  Reading reading = read_page(content);
  REQUIRE(reading.articles.size() == 1);
  return reading.articles[0].article;
}

std::string reason_of(std::string_view content) {
  const Reading reading = read_page(content);
  REQUIRE(reading.articles.empty());
  REQUIRE(reading.rejections.size() == 1);
  CHECK(reading.rejections[0].origin.record == 0);
  return reading.rejections[0].reason;
}

TEST_CASE("the first line is the title and the rest, line by line, the body") {
  const Article page = page_of("\n  افتتاح المكتبة  \n\nالسطر الأول\n\n  السطر الثاني\n\n\n");
  CHECK(page.title == "افتتاح المكتبة");
  CHECK(page.body == "السطر الأول\n\n  السطر الثاني");
}

TEST_CASE("a first line as long as a paragraph is no title") {
  std::string paragraph;
  for (int word = 0; word < 50; ++word) paragraph += "كلمة ";
  const Article page = page_of(paragraph + "\nسطر");
  CHECK(page.title.empty());
  CHECK(page.body == paragraph + "\nسطر");
  // 199 letters are 398 bytes: characters are what counts.
  std::string letters;
  for (int letter = 0; letter < 199; ++letter) letters += "ب";
  CHECK(page_of(letters + "\nسطر").title == letters);
  CHECK(page_of(letters + "ب\nسطر").title.empty());
}

TEST_CASE("a single line is a body") {
  const Article page = page_of("سطر وحيد\n");
  CHECK(page.title.empty());
  CHECK(page.body == "سطر وحيد");
}

TEST_CASE("a byte order mark goes, and line ends become line feeds") {
  const Article page = page_of("\xEF\xBB\xBFعنوان\r\nأول\r\nثان\rثالث\n");
  CHECK(page.title == "عنوان");
  CHECK(page.body == "أول\nثان\nثالث");
}

TEST_CASE("a few invalid bytes are replaced and counted, a NUL becomes a space") {
  const Reading reading = read_page("عنوان الخبر\nنص طويل فيه خطأ واحد\xFF وصفر\0هنا"s);
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].article.body == "نص طويل فيه خطأ واحد\uFFFD وصفر هنا");
  CHECK(reading.articles[0].replaced_sequences == 1);
  CHECK(reading.articles[0].origin.record == 1);
}

TEST_CASE("a page in windows-1256 is read, and says so") {
  const Reading reading =
      read_page("\xC7\xE1\xCE\xC8\xD1 \xC7\xE1\xC3\xE6\xE1\n\xCA\xDD\xC7\xD5\xED\xE1");
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].article.title == "الخبر الأول");
  CHECK(reading.articles[0].article.body == "تفاصيل");
  CHECK(reading.articles[0].decoding.charset == "windows-1256");
  CHECK(reading.articles[0].decoding.basis == "detected");
}

TEST_CASE("what is no text is rejected, saying so") {
  CHECK(contains(reason_of(std::string(600, '\x01')), "does not look like text"));
  std::string noise;
  for (unsigned i = 0; i < 4000; ++i) noise += static_cast<char>(i * 2654435761U >> 24U);
  CHECK(contains(reason_of("A" + noise), "does not look like text"));
}

TEST_CASE("markup is taken for plain text where that is asked") {
  CHECK(page_of("< 5 درجات > الطقس في عمّان").body == "< 5 درجات > الطقس في عمّان");
  ReadOptions as_text;
  as_text.format = InputFormat::text;
  CHECK(read_page("<p>افتتاح المكتبة</p>", as_text).articles.size() == 1);
}

TEST_CASE("a page without words is rejected") {
  CHECK(reason_of("") == "it is empty");
  CHECK(contains(reason_of(" \n\t\n"), "nothing but white space"));
  CHECK(contains(reason_of("\xEF\xBB\xBF"), "nothing but white space"));
}

TEST_CASE("a page over the limit is rejected") {
  ReadOptions options;
  options.max_article_bytes = 10;
  CHECK(read_page("0123456789", options).articles.size() == 1);
  const Reading reading = read_page("0123456789x", options);
  REQUIRE(reading.rejections.size() == 1);
  CHECK(contains(reading.rejections[0].reason, "more than the 10 bytes"));
}

TEST_CASE("a page may be read as text although it begins like JSON") {
  ReadOptions options;
  options.format = InputFormat::text;
  const Reading reading = read_page("{ قوس في أول النص\nوتتمته", options);
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].article.title == "{ قوس في أول النص");
}

}  // namespace
