#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <memory>
#include <string>

#include "corpus/readers/json_lines_reader.h"
#include "tests/corpus/support/portions.h"
#include "tests/corpus/support/reading.h"
#include "tests/corpus/support/temp_folder.h"

namespace {

using namespace std::string_literals;
using namespace warraq::corpus;
using namespace warraq::tests;

constexpr std::size_t kLimit = 100'000;

Reading read_lines(const std::string& text, std::size_t portion = 1 << 16,
                   std::size_t limit = kLimit) {
  JsonLinesReader reader(in_portions(text, portion), {"news.jsonl", limit, {}});
  return read_all(reader);
}

TEST_CASE("one bad line is rejected with its place and text, and the rest go on") {
  const Reading reading = read_lines(R"({"title":"أول"})"
                                     "\n"
                                     R"({"title":"مقطو)"
                                     "\n"
                                     R"({"title":3})"
                                     "\n"
                                     R"({"title":"رابع"})");
  CHECK(reading.titles() == std::vector<std::string>{"أول", "رابع"});
  CHECK(reading.articles[1].origin.line == 4);
  CHECK(reading.articles[1].origin.record == 4);
  CHECK(reading.articles[1].origin.file == "news.jsonl");
  REQUIRE(reading.rejections.size() == 2);
  CHECK(reading.rejections[0].origin.line == 2);
  CHECK(reading.rejections[0].reason == "not valid JSON: cut off after byte 18");
  CHECK(reading.rejections[0].record == R"({"title":"مقطو)");
  CHECK(reading.rejections[1].origin.line == 3);
  CHECK(reading.rejections[1].record == R"({"title":3})");
}

TEST_CASE("blank lines, CRLF, a byte order mark and a missing last line feed are no matter") {
  const Reading reading = read_lines(
      "\xEF\xBB\xBF\r\n{\"title\":\"أ\"}\r\n\r\n  \n \t{\"title\":\"ب\"} \r\n{\"title\":\"ج\"}");
  CHECK(reading.titles() == std::vector<std::string>{"أ", "ب", "ج"});
  CHECK(reading.rejections.empty());
  CHECK(reading.articles[0].origin.line == 2);
  CHECK(reading.articles[1].origin.line == 5);
  CHECK(reading.articles[1].origin.record == 2);
  CHECK(reading.articles[2].origin.line == 6);
}

TEST_CASE("a line over the limit is passed over, whatever follows it is read") {
  const std::string long_line = R"({"title":")" + std::string(5000, 'x') + "\"}";
  const std::string text = json_lines(1) + long_line + "\n" + json_lines(1) + long_line;
  const Reading reading = read_lines(text, 100, 1000);
  CHECK(reading.articles.size() == 2);
  CHECK(reading.articles[1].origin.line == 3);
  REQUIRE(reading.rejections.size() == 2);
  CHECK(reading.rejections[0].origin.line == 2);
  CHECK(reading.rejections[0].reason ==
        "a record of 5012 bytes, more than the 1000 that are allowed (--max-article)");
  CHECK(reading.rejections[0].record.empty());
  CHECK(reading.rejections[1].origin.line == 4);
}

TEST_CASE("a line as long as the limit is read") {
  const std::string line = R"({"title":"0123456789"})";
  CHECK(read_lines(line + "\n", 7, line.size()).articles.size() == 1);
  CHECK(read_lines(line + "\n", 7, line.size() - 1).rejections.size() == 1);
}

TEST_CASE("a date that is none is kept and told, one that is absent is not told") {
  const TempFolder folder;
  const Reading reading =
      read_all({folder.write("news.jsonl",
                             "{\"title\":\"أ\",\"date\":\"0000-00-00\"}\n{\"title\":\"ب\"}\n"
                             "{\"title\":\"ج\",\"date\":\"2020-05-01\"}\n")});
  REQUIRE(reading.articles.size() == 3);
  CHECK(reading.articles[0].date_refused);
  CHECK(reading.articles[0].article.date == "0000-00-00");
  CHECK(!reading.articles[1].date_refused);
  CHECK(!reading.articles[2].date_refused);
}

TEST_CASE("a date that might be read in two ways is told") {
  const TempFolder folder;
  const Reading reading = read_all({folder.write(
      "news.jsonl",
      "{\"title\":\"أ\",\"date\":\"03/04/2020\"}\n{\"title\":\"ب\",\"date\":\"3 أفريل 2020\"}\n")});
  REQUIRE(reading.articles.size() == 2);
  CHECK(reading.articles[0].date_ambiguous);
  CHECK(!reading.articles[0].date_refused);
  CHECK(!reading.articles[1].date_ambiguous);
}

TEST_CASE("invalid UTF-8 is counted with its article") {
  const Reading reading = read_lines("{\"title\":\"\xFF\xFE ع\"}\n");
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].replaced_sequences == 2);
}

TEST_CASE("JSON of a program that wrote windows-1256 is read by its letters") {
  const Reading reading = read_lines(
      "{\"title\":\"\xC7\xE1\xCE\xC8\xD1 \xC7\xE1\xC3\xE6\xE1\",\"body\":\"\xC7\xCC\xCA\xE3\xDA "
      "\xE3\xCC\xE1\xD3 \xC7\xE1\xE3\xCF\xED\xE4\xC9 \xC7\xE1\xED\xE6\xE3\"}\n");
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].article.title == "الخبر الأول");
  CHECK(reading.articles[0].article.body == "اجتمع مجلس المدينة اليوم");
  CHECK(reading.articles[0].decoding.charset == "windows-1256");
  CHECK(reading.articles[0].replaced_sequences == 0);
}

TEST_CASE("UTF-8 that was encoded twice in a database is mended, and told") {
  const TempFolder folder;
  const Reading reading = read_all({folder.write(
      "dump.jsonl", "{\"title\":\"Ø§Ù„Ø®Ø¨Ø± Ø§Ù„Ø£ÙˆÙ„\",\"body\":\"متن سليم\"}\n")});
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].article.title == "الخبر الأول");
  CHECK(reading.articles[0].article.body == "متن سليم");
  CHECK(reading.articles[0].decoding.doubly_encoded);
}

TEST_CASE("a NUL byte costs its own record alone") {
  const Reading reading = read_lines("{\"title\":\"\0\"}\n"s + json_lines(1));
  CHECK(reading.articles.size() == 1);
  REQUIRE(reading.rejections.size() == 1);
  CHECK(contains(reading.rejections[0].reason, "a NUL byte"));
}

TEST_CASE("JSON that is not laid out in lines is rejected once, saying what is needed") {
  for (const char* text :
       {"[{\"title\":\"أ\"},\n{\"title\":\"ب\"}]", " [\n {\n \"title\": \"أ\"\n}]",
        "{\n  \"title\": \"أ\"\n}\n{\n  \"title\": \"ب\"\n}\n",
        "\xEF\xBB\xBF{ \r\n\r\n  \"title\": \"أ\"\r\n}"}) {
    CAPTURE(text);
    const Reading reading = read_lines(text);
    CHECK(reading.articles.empty());
    REQUIRE(reading.rejections.size() == 1);
    CHECK(contains(reading.rejections[0].reason, "--input-format json"));
    CHECK(reading.rejections[0].origin.record == 0);
  }
}

TEST_CASE("a record that is cut off after its brace is only that") {
  const Reading reading = read_lines("{\n" + json_lines(2));
  CHECK(reading.articles.size() == 2);
  CHECK(reading.rejections.size() == 1);
}

TEST_CASE("an input of blank lines holds no records") {
  const Reading reading = read_lines("\n \n\n");
  REQUIRE(reading.rejections.size() == 1);
  CHECK(reading.rejections[0].reason == "it holds no records");
}

/// Lines good and bad, some long.
std::string some_lines() {
  const std::string long_body(90'000, 'x');
  const std::vector<std::string> choices{"{\"title\":\"عنوان\"}",
                                         "{\"body\":\"" + long_body + "\"}",
                                         "{\"body\":\"" + long_body + long_body + "\"}",
                                         "{\"title\":\"\xD8\"}",
                                         "{\"title\":",
                                         "",
                                         "\r",
                                         "نص",
                                         "{}"};
  const auto chosen = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(choices));
  std::string text;
  for (const std::string& line : chosen) text += line + "\n";
  if (*rc::gen::arbitrary<bool>()) text += choices.front();
  return text;
}

TEST_CASE("what is read does not depend on the portions that bytes come in") {
  CHECK(rc::check([] {
    const std::string text = some_lines();
    const auto portion = *rc::gen::element<std::size_t>(1, 2, 3, 17, 1000, 65'535, 65'537);
    RC_ASSERT(described(read_lines(text, portion)) == described(read_lines(text, text.size() + 1)));
  }));
}

TEST_CASE("any bytes are read to their end") {
  CHECK(rc::check([](const std::string& bytes) {
    const Reading reading = read_lines(bytes, 5);
    RC_ASSERT(bytes.empty() || !reading.articles.empty() || !reading.rejections.empty());
  }));
}

}  // namespace
