#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <memory>
#include <string>
#include <vector>

#include "corpus/readers/make_reader.h"
#include "tests/corpus/support/only_record.h"
#include "tests/corpus/support/portions.h"
#include "tests/corpus/support/reading.h"

namespace {

using namespace std::string_literals;
using namespace warraq::corpus;
using namespace warraq::tests;

constexpr std::size_t kLimit = 100'000;

Reading read_json(const std::string& text, const std::string& map = {},
                  std::size_t portion = 1 << 16, std::size_t limit = kLimit,
                  InputFormat format = InputFormat::json) {
  const ReaderContext context{"news.json", limit, parse_field_map(map)};
  const auto reader = make_reader(format, in_portions(text, portion), context);
  return read_all(*reader);
}

using Titles = std::vector<std::string>;

TEST_CASE("WordPress: texts are rendered ones, and the rest of their objects is kept") {
  const Article article = only_article(read_json(
      R"([{"id":12,"date":"2012-05-02T10:00:00","guid":{"rendered":"https://w.example/?p=12"},)"
      R"("link":"https://w.example/12","title":{"rendered":"افتتاح المعرض"},)"
      R"("content":{"rendered":"افتتح المعرض أمس.","protected":false},"author":3}])"));
  CHECK(article.id == "12");
  CHECK(article.date == "2012-05-02T10:00:00");
  CHECK(article.url == "https://w.example/12");
  CHECK(article.title == "افتتاح المعرض");
  CHECK(article.body == "افتتح المعرض أمس.");
  CHECK(article.author == "3");
  CHECK(article.extra ==
        std::vector<ExtraField>{{"guid", R"({"rendered":"https://w.example/?p=12"})"},
                                {"content", R"({"protected":false})"}});
}

TEST_CASE("the elements of an array are articles, however it is laid out") {
  for (const std::string text :
       {R"([{"title":"أول"},{"title":"ثان"}])",
        "\xEF\xBB\xBF [\r\n  {\r\n    \"title\": \"أول\"\r\n  },\r\n  {\"title\":\"ثان\"}\r\n]\r\n",
        R"([{"title":"أول"}] [{"title":"ثان"}])",
        "[\n{\"title\":\"أول\"}\n,{\"title\":\"ثان\"}\n]"}) {
    CAPTURE(text);
    const Reading reading = read_json(text);
    CHECK(reading.titles() == Titles{"أول", "ثان"});
    CHECK(reading.rejections.empty());
  }
}

TEST_CASE("records and lines are numbered") {
  const Reading reading = read_json("[\n {\"title\":\"أ\",\n \"x\":[]},\n\n 3, {\"title\":\"ب\"}]");
  REQUIRE(reading.articles.size() == 2);
  CHECK(reading.articles[0].origin.line == 2);
  CHECK(reading.articles[1].origin.line == 5);
  CHECK(reading.articles[1].origin.record == 3);
  CHECK(reading.articles[1].origin.file == "news.json");
  REQUIRE(reading.rejections.size() == 1);
  CHECK(reading.rejections[0].reason == "not a JSON object, but a number");
  CHECK(reading.rejections[0].origin.record == 2);
  CHECK(reading.rejections[0].record == "3");
}

TEST_CASE("an object spread over many lines is an article, and so are those that follow") {
  const Reading reading = read_json(
      "{\n  \"title\": \"أ\",\n  \"body\": \"متن\",\n  \"authors\": [\n    {\"name\": \"مريم\"}\n  "
      "]\n}\n{\n  \"title\": \"ب\"\n}\n");
  CHECK(reading.titles() == Titles{"أ", "ب"});
  CHECK(reading.articles[0].article.extra.size() == 1);
  CHECK(reading.articles[1].origin.line == 8);
}

TEST_CASE("an object that holds the array of articles is looked into") {
  for (const std::string text :
       {R"({"articles":[{"title":"أول"},{"title":"ثان"}]})",
        R"({"status":"ok","tags":["[{"],"response":{"numFound":2,"docs":[{"title":"أول"},
            {"title":"ثان"}],"next":{"a":[{"b":1}]}}})",
        R"({"version":"1","title":"موجز","items":[{"title":"أول"},{"title":"ثان"}]})",
        R"({"pages":[{"title":"أول"}]}{"pages":[{"title":"ثان"}]})",
        "{\"\\u0645\\u0642\\u0627\\u0644\":[{\"title\":\"أول\"},{\"title\":\"ثان\"}]}"}) {
    CAPTURE(text);
    const Reading reading = read_json(text);
    CHECK(reading.titles() == Titles{"أول", "ثان"});
    CHECK(reading.rejections.empty());
  }
}

TEST_CASE("an object that holds more than one record may is looked into without being held") {
  std::string text = R"({"took":3,"hits":{"total":2,"hits":[)";
  for (int i = 0; i < 300; ++i) {
    if (i > 0) text += ',';
    text += R"({"_index":"news","_id":")" + std::to_string(i) +
            R"(","_source":{"title":"عنوان","body":")" + std::string(500, 'x') + "\"}}";
  }
  text += "]}}";
  const Reading reading = read_json(text, {}, 999, 1000);
  CHECK(reading.rejections.empty());
  REQUIRE(reading.articles.size() == 300);
  CHECK(reading.articles[299].article.id == "299");
  CHECK(reading.articles[299].article.extra.empty());
}

TEST_CASE("a map says where the records are") {
  const std::string text =
      R"({"ads":[{"title":"إعلان"}],"data":[{"items":[{"title":"أول"}]},{"items":[{"title":"ثان"}]}]})";
  CHECK(read_json(text, "record = data.items").titles() == Titles{"أول", "ثان"});
  CHECK(read_json(text, "record = data[].items").titles() == Titles{"أول", "ثان"});
  CHECK(read_json(R"({"item":{"title":"أول"}})", "record = item").titles() == Titles{"أول"});
  CHECK(read_json(R"({"title":"أول","authors":[{"name":"ليلى"}]})", "record = .").titles() ==
        Titles{"أول"});
  CHECK(contains(only_reason(read_json(text, "record = data.docs")), "data.docs"));
}

TEST_CASE("a broken element costs itself alone") {
  const auto between = [](const std::string& broken) {
    return read_json("[\n{\"title\":\"أول\"},\n" + broken + "{\"title\":\"ثالث\"}\n]");
  };
  for (const std::string broken :
       {"{\"title\":},\n", "{\"title\":\"بلا إغلاق},\n", "{\"title\":\"بلا قوس\",\n",
        "{\"title\":[1,2},\n", "{\"title\":\"سطر\nوآخر\"},\n", "x,\n", "{\"a\":{\"b\":\"c\"},\n",
        "\"نص\",\n", "[{\"title\":\"داخل\"}],\n"}) {
    CAPTURE(broken);
    const Reading reading = between(broken);
    CHECK(reading.titles() == Titles{"أول", "ثالث"});
    REQUIRE(reading.rejections.size() == 1);
    CHECK(reading.rejections[0].origin.line == 3);
    CHECK(reading.rejections[0].origin.record == 2);
    CHECK(reading.articles.at(1).origin.record == 3);
  }
}

TEST_CASE("the end of the array ends an element that is not closed") {
  const Reading reading = read_json(R"({"a":[{"title":"أ"},{"title":{"x":1],"b":2} {"body":"ب"})");
  CHECK(reading.articles.size() == 2);
  CHECK(reading.rejections.size() == 1);
}

TEST_CASE("an element over the limit is passed over, whatever it holds") {
  const std::string longer = R"({"title":")" + std::string(5000, '\\') + R"(","b":[{}]})";
  const Reading reading = read_json(
      "[{\"title\":\"أ\"}," + longer + ",{\"title\":\"ب\"}," + longer + "]", {}, 100, 1000);
  CHECK(reading.titles() == Titles{"أ", "ب"});
  REQUIRE(reading.rejections.size() == 2);
  CHECK(reading.rejections[0].reason ==
        "a record of 5021 bytes, more than the 1000 that are allowed (--max-article)");
}

TEST_CASE("what is cut off says so") {
  CHECK(contains(only_reason(read_json(R"([{"title":"أ"},{"title":"ب")")), "cut off after byte"));
  CHECK(only_reason(read_json(R"([{"title":"أ"},)")) ==
        "its JSON ends early after record 1; what came before is kept");
  CHECK(only_reason(read_json("[]")) == "it holds no records");
  CHECK(only_reason(read_json(R"({"title":"","a":[]})")) == "neither a title nor a body");
  CHECK(contains(only_reason(read_json("\xFF\xFE[\0"s)), "UTF-16"));
}

TEST_CASE("fields are taken from nested members, and what is left of those is kept") {
  const std::string text =
      R"({"headline":{"main":"عنوان","kicker":"تمهيد"},"title":"آخر","content":{"text":["فقرة","أخرى"]},)"
      R"("authors":[{"name":"مريم","age":40},{"name":"يوسف"}],"meta":{"published":"2019-05-01","n":12},)"
      R"("dc.rights":"محفوظة","source":"الساحل"})";
  const std::string map =
      "title = headline.main | title\nbody = content.text\nauthor = authors[].name\n"
      "date = meta.published\nid = meta.n\nحقوق = dc.rights";
  for (const InputFormat format : {InputFormat::json, InputFormat::jsonl}) {
    const Article article = only_article(read_json(text, map, 1 << 16, kLimit, format));
    CHECK(article.title == "عنوان");
    CHECK(article.body == "فقرة\nأخرى");
    CHECK(article.author == "مريم، يوسف");
    CHECK(article.date == "2019-05-01");
    CHECK(article.id == "12");
    CHECK(article.source == "الساحل");
    CHECK(article.extra == std::vector<ExtraField>{{"حقوق", "\"محفوظة\""},
                                                   {"headline", R"({"kicker":"تمهيد"})"},
                                                   {"title_2", "\"آخر\""},
                                                   {"authors", R"([{"age":40}])"}});
  }
  CHECK(only_article(read_json(text, map + "\nأول = authors.1.name")).extra.front() ==
        ExtraField{"حقوق", "\"محفوظة\""});
}

TEST_CASE("a field must be text, a number or a list of them") {
  CHECK(contains(only_reason(read_json(R"({"a":{"b":1}})", "title = a")), "must be text"));
  CHECK(only_article(read_json(R"({"a":{"b":1},"c":1e400})", "title = a | c")).title == "1e400");
  CHECK(only_article(read_json(R"({"a":[null,true,[" ","x"]]})", "body = a")).body == "true\n \nx");
  CHECK(only_reason(read_json(R"({"a":"x"})", "title = b")) == "neither a title nor a body");
}

TEST_CASE("usual names serve where there is no body") {
  const Article article = only_article(
      read_json(R"([{"العنوان":"معرض","المحتوى":["أ","ب"],"رقم":7,"ملاحظة":{"x":1}}])"));
  CHECK(article.title == "معرض");
  CHECK(article.body == "أ\nب");
  CHECK(article.id == "7");
  CHECK(article.extra == std::vector<ExtraField>{{"ملاحظة", R"({"x":1})"}});
  CHECK(only_article(read_json(R"([{"title":"أ","text":"ب"}])")).body == "ب");
  CHECK(only_article(read_json(R"([{"title":"أ","headline":"ب"}])")).title == "أ");
  CHECK(read_json("{\"text\":\"أ\"}\n{\"body\":\"ب\"}\n", {}, 9, kLimit, InputFormat::jsonl)
            .articles.size() == 2);
}

TEST_CASE("articles in one array are those on as many lines") {
  const std::vector<std::string> choices{
      R"({"title":"عنوان","body":"متن \"مقتبس\" \\ \n","x":[1,{"y":[]}]})",
      R"({"id":12,"title":"}],[{"})",
      R"({"body":"\u0645\u062a\u0646","z":{"a":{"b":[[]]}}})",
      R"({"title":3})",
      R"({})",
      R"({"text":"متن"})",
      R"({"body":")" + std::string(70'000, 'x') + "\"}"};
  CHECK(rc::check([&] {
    const auto chosen = *rc::gen::nonEmpty(
        rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(choices)));
    const auto space = [] { return *rc::gen::element(""s, " "s, "\n"s, "\r\n\t"s); };
    std::string array = space() + "[" + space();
    std::string lines;
    for (const std::string& object : chosen) {
      if (!lines.empty()) array += space() + "," + space();
      array += object;
      lines += object + "\n";
    }
    array += space() + "]" + space();
    const auto portion = *rc::gen::element<std::size_t>(1, 2, 17, 1000, 65'535);
    Reading by_array = read_json(array, {}, portion);
    Reading by_lines = read_json(lines, {}, 1 << 16, kLimit, InputFormat::jsonl);
    for (Reading* reading : {&by_array, &by_lines}) {
      for (ReadArticle& read : reading->articles) read.origin.line = 0;
      for (Rejection& rejection : reading->rejections) rejection.origin.line = 0;
    }
    RC_ASSERT(described(by_array) == described(by_lines));
  }));
}

TEST_CASE("what is read of any bytes does not depend on the portions they come in") {
  const std::vector<std::string> pieces{"{",
                                        "}",
                                        "[",
                                        "]",
                                        ",",
                                        ":",
                                        "\"",
                                        "\\",
                                        "\n",
                                        "\n{",
                                        " ",
                                        "نص",
                                        "\xFF",
                                        "1",
                                        "{\"title\":\"",
                                        "\"}",
                                        "[{",
                                        "\"a\":",
                                        std::string(300, 'y')};
  CHECK(rc::check([&] {
    std::string text = *rc::gen::element(""s, "["s, "{\"a\":["s, "[\n{"s);
    const auto chosen = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
    for (const std::string& piece : chosen) text += piece;
    const auto portion = *rc::gen::element<std::size_t>(1, 2, 7, 100);
    const auto map = *rc::gen::element(""s, "record = a"s, "title = a.b"s);
    RC_ASSERT(described(read_json(text, map, portion, 400)) ==
              described(read_json(text, map, 1 << 16, 400)));
  }));
}

}  // namespace
