#include <doctest/doctest.h>

#include <string>

#include "tests/corpus/support/reading.h"
#include "warraq/corpus/article.h"

namespace {

using namespace std::string_literals;
using warraq::corpus::Article;
using warraq::corpus::ArticleParser;
using warraq::corpus::ExtraField;
using warraq::corpus::ParsedArticle;
using warraq::corpus::to_json;
using warraq::tests::contains;

ParsedArticle parse(std::string_view json) {
  ArticleParser parser;
  return parser.parse(json);
}

Article article_of(std::string_view json) {
  const ParsedArticle parsed = parse(json);
  REQUIRE_MESSAGE(parsed.article, parsed.reason);
  return *parsed.article;
}

std::string reason_of(std::string_view json) {
  const ParsedArticle parsed = parse(json);
  REQUIRE(!parsed.article);
  return parsed.reason;
}

TEST_CASE("every known field is read") {
  const Article article = article_of(
      R"({"url":"https://example.org/1","agency":"وكالة","author":"كاتبة","category":"ثقافة",)"
      R"("source":"الصحيفة","date":"2020-05-01","body":"متن","title":"عنوان","id":"7"})");
  CHECK(article.id == "7");
  CHECK(article.title == "عنوان");
  CHECK(article.body == "متن");
  CHECK(article.date == "2020-05-01");
  CHECK(article.source == "الصحيفة");
  CHECK(article.category == "ثقافة");
  CHECK(article.author == "كاتبة");
  CHECK(article.agency == "وكالة");
  CHECK(article.url == "https://example.org/1");
  CHECK(article.extra.empty());
}

TEST_CASE("known fields are written first, empty ones are not, extra ones follow as they came") {
  const Article article =
      article_of(R"({"tags": ["أ", 1 ], "body":"متن","title":"","id":null,"views": 12 })");
  CHECK(to_json(article) == R"({"body":"متن","tags":["أ",1],"views":12})");
}

TEST_CASE("furniture is read where it fits the body, and is an extra field elsewhere") {
  const Article article =
      article_of(R"({"page_furniture":[[0,6],[7,9]],"body":"متن مت","title":"عنوان"})");
  CHECK(article.furniture == std::vector<warraq::corpus::TextRange>{{0, 6}, {7, 9}});
  CHECK(article.extra.empty());
  std::string buffer;
  CHECK(searched_text(article, buffer) == "\n\n\n\n\n\n \n\nت");
  CHECK(article.body == "متن مت");
  for (const std::string ranges :
       {"[]", "12", "[[0,1]]", "[[0,200]]", "[[4,2]]", "[[0,4],[2,6]]", "[[0,2,4]]", "[\"أ\"]",
        "[[-2,2]]", "[[0,18446744073709551615]]"}) {
    const Article other = article_of(R"({"body":"متن","page_furniture":)" + ranges + "}");
    CHECK(other.furniture.empty());
    CHECK(other.extra == std::vector<ExtraField>{{"page_furniture", ranges}});
  }
}

TEST_CASE("kickers and captions are searched behind the body") {
  std::string buffer;
  const Article article = article_of(
      R"({"title":"أ","body":"متن","caption":["الوزير\nأمس","الوفد"],"kicker":"بعد أيام"})");
  CHECK(searched_text(article, buffer) == "متن\nبعد أيام\nالوزير\nأمس\nالوفد");
  CHECK(searched_text(article_of(R"({"body":"متن","caption":{"x":1}})"), buffer) == "متن");
  CHECK(searched_text(article_of(R"({"body":"متن","caption":["أ",1]})"), buffer) == "متن");
}

TEST_CASE("what JSON requires to be escaped is escaped, and comes back") {
  Article article;
  article.title = "سطر\nثان\t\"مقتبس\" \\ \r \x01\x1f";
  CHECK(to_json(article) == R"({"title":"سطر\nثان\t\"مقتبس\" \\ \r \u0001\u001f"})");
  CHECK(article_of(to_json(article)) == article);
}

TEST_CASE("extra values mean what they meant") {
  for (const char* value :
       {"18446744073709551616", "-99999999999999999999999999", "0.1", "1e400", "-0.0", "1.10",
        "true", "null", R"("نص \" \\ \n")", "[]", "{}", R"([{"أ":[1,[2]]},"]"])",
        R"({"a":1,"a":2})", R"("\u0627\ud83d\ude00")"}) {
    CAPTURE(value);
    const Article article = article_of(R"({"title":"ع","extra":)" + std::string(value) + "}");
    REQUIRE(article.extra.size() == 1);
    CHECK(article.extra[0].name == "extra");
    CHECK(article.extra[0].json == value);
  }
}

TEST_CASE("an extra value loses the white space between its tokens, and none inside text") {
  const Article article = article_of("{\"title\":\"ع\",\"x\" :\t[ 1 ,\r { \"a b\" : \" c \" } ] }");
  REQUIRE(article.extra.size() == 1);
  CHECK(article.extra[0].json == R"([1,{"a b":" c "}])");
}

TEST_CASE("of two members of one name the last wins") {
  const Article article =
      article_of(R"({"title":"أول","x":1,"y":2,"title":"ثان","x":3,"body":"ب","body":null})");
  CHECK(article.title == "ثان");
  CHECK(article.body.empty());
  CHECK(article.extra == std::vector<ExtraField>{{"x", "3"}, {"y", "2"}});
}

TEST_CASE("numbers are taken for id and date as they are written") {
  const Article article =
      article_of(R"({"id":123456789012345678901234567890,"date":20200501,"title":"ع"})");
  CHECK(article.id == "123456789012345678901234567890");
  CHECK(article.date == "20200501");
}

TEST_CASE("a known field of another type is refused, saying what it holds") {
  CHECK(reason_of(R"({"title":12,"body":"ب"})") ==
        R"(field "title" must be text, but is a number: 12)");
  CHECK(reason_of(R"({"title":"ع","body":1e999})") ==
        R"(field "body" must be text, but is a number: 1e999)");
  CHECK(reason_of(R"({"title":"ع","source":true})") ==
        R"(field "source" must be text, but is a truth value: true)");
  CHECK(reason_of(R"({"title":"ع","author":["أ"]})") ==
        R"(field "author" must be text, but is an array)");
  CHECK(reason_of(R"({"title":"ع","date":{}})") ==
        R"(field "date" must be text or a number, but is an object)");
  const std::string long_number = reason_of(R"({"body":)" + std::string(10'000, '7') + "}");
  CHECK(contains(long_number, "a number: 777"));
  CHECK(long_number.size() < 150);
}

TEST_CASE("an article needs a title or a body with something to read") {
  for (const char* json : {"{}", R"({"id":"1","url":"u"})", R"({"title":" ","body":"\n\t"})",
                           R"({"title":null,"body":"\u00a0\u200f\ufeff"})"}) {
    CAPTURE(json);
    CHECK(reason_of(json) == "neither a title nor a body");
  }
  CHECK(article_of(R"({"title":"ع"})").title == "ع");
  CHECK(article_of(R"({"body":"ب"})").body == "ب");
}

TEST_CASE("JSON that is no object is refused") {
  CHECK(reason_of("[1]") == "not a JSON object, but an array");
  CHECK(reason_of(R"("نص")") == "not a JSON object, but text");
  CHECK(reason_of("12") == "not a JSON object, but a number");
  CHECK(reason_of("null") == "not a JSON object, but null");
}

TEST_CASE("broken JSON is refused, saying where it breaks") {
  CHECK(reason_of(R"({"title":"ab)") == "not valid JSON: cut off after byte 12");
  CHECK(reason_of(R"({"title":"ab")") == "not valid JSON: cut off after byte 13");
  CHECK(reason_of(R"({"title":"ab","x":)") == "not valid JSON: cut off after byte 18");
  CHECK(reason_of(R"({"title":"ab",})") == "not valid JSON near byte 15");
  CHECK(reason_of(R"({"title":"ab","x":012})") == "not valid JSON near byte 21");
  CHECK(reason_of(R"({"title":"ab"} {"title":"cd"})") == "not valid JSON near byte 16");
  CHECK(reason_of("{\"title\":\"a\tb\"}") ==
        "not valid JSON: the control character U+0009, not escaped, in a string at byte 12");
  CHECK(reason_of("{\"title\":\"a\0b\"}"s) == "not valid JSON: a NUL byte, byte 12");
  CHECK(contains(reason_of(""), "not valid JSON"));
  CHECK(contains(reason_of("عنوان"), "not valid JSON"));
  CHECK(contains(reason_of(R"({"title":"\x"})"), "not valid JSON"));
}

TEST_CASE("nesting has a limit, and a deep text does no harm") {
  const std::string deep = std::string(1'000'000, '[') + std::string(1'000'000, ']');
  CHECK(reason_of(R"({"title":"ع","x":)" + deep + "}") == "nested more than 1024 levels deep");
  CHECK(contains(reason_of(R"({"title":"ع","x":)" + std::string(1'000'000, '[')), "not valid"));
  const std::string allowed = std::string(1000, '[') + std::string(1000, ']');
  CHECK(article_of(R"({"title":"ع","x":)" + allowed + "}").extra[0].json == allowed);
}

TEST_CASE("invalid UTF-8 is replaced and counted, and the article kept") {
  const ParsedArticle parsed =
      parse("{\"title\":\"\xD8\xA7\xFF\xD8\",\"body\":\"\xE2\x82 \xED\xA0\x80\"}");
  REQUIRE_MESSAGE(parsed.article, parsed.reason);
  CHECK(parsed.article->title == "ا\uFFFD\uFFFD");
  CHECK(parsed.article->body == "\uFFFD \uFFFD\uFFFD\uFFFD");
  CHECK(parsed.replaced_sequences == 6);
  CHECK(parse(R"({"title":"سليم \ufffd"})").replaced_sequences == 0);
}

TEST_CASE("half a surrogate pair becomes a replacement character, a whole one its character") {
  const ParsedArticle parsed =
      parse(R"({"title":"\ud800 \uDC00 \ud83d\ude00 \\ud800 \ud800\u0041","x":["\udfff"]})");
  REQUIRE_MESSAGE(parsed.article, parsed.reason);
  CHECK(parsed.article->title == "\uFFFD \uFFFD \U0001F600 \\ud800 \uFFFDA");
  CHECK(parsed.article->extra[0].json == R"(["\ufffd"])");
  CHECK(parsed.replaced_sequences == 4);
}

TEST_CASE("an escaped NUL becomes a space") {
  CHECK(article_of(R"({"title":"أ\u0000ب \\u0000"})").title == "أ ب \\u0000");
}

TEST_CASE("thousands of members are no burden") {
  std::string json = R"({"title":"ع")";
  for (int count = 0; count < 50'000; ++count) json += ",\"f" + std::to_string(count) + "\":1";
  CHECK(article_of(json + "}").extra.size() == 50'000);
}

TEST_CASE("one parser reads one text after another, whatever came before") {
  ArticleParser parser;
  CHECK(!parser.parse(R"({"title":)").article);
  CHECK(parser.parse(R"({"title":"أول"})").article->title == "أول");
  const std::string body(8'000'000, 'x');
  CHECK(parser.parse(R"({"body":")" + body + "\"}").article->body == body);
  CHECK(parser.parse(R"({"title":1e999})").reason.starts_with("field \"title\""));
  CHECK(parser.parse(R"({"title":"آخر"})").article->title == "آخر");
}

}  // namespace
