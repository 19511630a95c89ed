#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>
#include <string>

#include "corpus/markup/references.h"
#include "tests/corpus/support/read_text.h"
#include "tests/corpus/support/real_data.h"

namespace {

using namespace warraq::corpus;
using namespace warraq::tests;

Reading read(std::string_view text, std::string_view map = {}, std::size_t portion = 1 << 16) {
  return read_text(InputFormat::xml, text, {.map = map, .portion = portion});
}

std::string record(const std::string& number, const std::string& text) {
  return "<Akhbar>\n<ID>AKH_" + number + "</ID>\n<URL>http://akhbar.example/" + number +
         "</URL>\n<Headline>خبر " + number + "</Headline>\n<Dateline>2013-08-2" + number +
         "</Dateline>\n<Text>" + text + "</Text>\n</Akhbar>\n";
}

TEST_CASE("a dump of many roots: one record each, lines of its text kept") {
  const std::string dump = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" +
                           record("1", "سطر أول\nسطر ثان") + record("2", "نص") +
                           "<?xml version=\"1.0\"?>\n" + record("3", "نص آخر");
  for (const std::size_t portion : {1U, 3U, 1000U, 65536U}) {
    const Reading reading = read(dump, {}, portion);
    CHECK(reading.rejections.empty());
    REQUIRE(reading.articles.size() == 3);
    const Article& article = reading.articles[0].article;
    CHECK(article.id == "AKH_1");
    CHECK(article.url == "http://akhbar.example/1");
    CHECK(article.title == "خبر 1");
    CHECK(article.date == "2013-08-21");
    CHECK(article.body == "سطر أول\nسطر ثان");
    CHECK(article.extra.empty());
    CHECK(reading.articles[2].origin.record == 3);
    CHECK(reading.articles[2].origin.line == 18);
  }
}

TEST_CASE("records are found by what they hold, in Arabic too, and the rest is kept") {
  const Reading reading = read(
      "<أرشيف><العنوان>أرشيف الجريدة</العنوان><خبر رقم='7'><العنوان>افتتاح السوق</العنوان>"
      "<الكاتب>منى</الكاتب><الكاتب>سعد</الكاتب><تاريخ_النشر>2011/02/03</تاريخ_النشر>"
      "<النص>افتتحت السوق.</النص><العدد>1200</العدد><عنوان>فرعي</عنوان></خبر>"
      "<خبر><العنوان>ثان</العنوان></خبر></أرشيف>");
  CHECK(reading.rejections.empty());
  REQUIRE(reading.articles.size() == 2);
  const Article& article = reading.articles[0].article;
  CHECK(article.id == "7");
  CHECK(article.title == "افتتاح السوق");
  CHECK(article.author == "منى، سعد");
  CHECK(article.date == "2011/02/03");
  CHECK(article.body == "افتتحت السوق.");
  CHECK(extra(article, "العدد") == "\"1200\"");
  CHECK(extra(article, "عنوان") == "\"فرعي\"");
}

TEST_CASE("fields inside other elements, in attributes and in rows of a database's dump") {
  const Reading nested = read(
      "<archive><article id='a1'><head><title>عنوان</title><date>2001-01-01</date></head>"
      "<body><p>فقرة\nأولى</p><p>ثانية</p></body></article></archive>");
  REQUIRE(nested.articles.size() == 1);
  CHECK(nested.articles[0].article.id == "a1");
  CHECK(nested.articles[0].article.title == "عنوان");
  CHECK(nested.articles[0].article.date == "2001-01-01");
  CHECK(nested.articles[0].article.body == "فقرة أولى\nثانية");
  const Reading rows = read(
      "<mysqldump><table_data name='news'><row><field name='id'>5</field>"
      "<field name='title'>عنوان</field><field name='content'>&lt;p&gt;نص&lt;/p&gt;&lt;p&gt;آخر"
      "&lt;/p&gt;</field><field name='hits'>9</field></row></table_data></mysqldump>");
  REQUIRE(rows.articles.size() == 1);
  CHECK(rows.articles[0].article.id == "5");
  CHECK(rows.articles[0].article.body == "نص\nآخر");
  CHECK(extra(rows.articles[0].article, "hits") == "\"9\"");
  const Reading attributes = read("<r><a title='عنوان' date='2001-01-01'>النص هنا</a></r>");
  REQUIRE(attributes.articles.size() == 1);
  CHECK(attributes.articles[0].article.title == "عنوان");
  CHECK(attributes.articles[0].article.body == "النص هنا");
}

TEST_CASE("a mapping says where records and fields are") {
  const Reading reading = read(
      "<archive><item "
      "id='9'><head><t1>عنوان</t1><zone>محليات</zone></head><content><p>أ</p><p>ب</p>"
      "</content><title>ليس "
      "عنوانا</title></item><item><content><p>ج</p></content></item></archive>",
      "record = /archive/item\nid = @id\ntitle = head/t1\nbody = text | content/p");
  CHECK(reading.rejections.empty());
  REQUIRE(reading.articles.size() == 2);
  const Article& article = reading.articles[0].article;
  CHECK(article.id == "9");
  CHECK(article.title == "عنوان");
  CHECK(article.body == "أ\nب");
  CHECK(extra(article, "zone") == "\"محليات\"");
  CHECK(extra(article, "title_2") == "\"ليس عنوانا\"");
  CHECK(reading.articles[1].article.body == "ج");
}

TEST_CASE("what is not well-formed costs no letter of other records") {
  const std::string dump = record("1", "AT&T و 1 < 2 &c; &nbsp;.") + record("2", "سطر<br>آخر") +
                           "<Akhbar><ID>x</ID><Headline>بلا نهاية<Text>نص" + "\n" +
                           record("3", "سليم </b></Wrong>تماما");
  const Reading reading = read(dump);
  CHECK(reading.rejections.empty());
  REQUIRE(reading.articles.size() == 4);
  CHECK(reading.articles[0].article.body == "AT&T و 1 < 2 &c; \xC2\xA0.");
  CHECK(reading.articles[1].article.body == "سطر\nآخر");
  CHECK(reading.articles[2].article.id == "x");
  CHECK(reading.articles[3].article.body == "سليم تماما");
}

/// Everything that a reading tells, for comparison.
std::string told(const Reading& reading) {
  std::string told;
  for (const ReadArticle& read : reading.articles) {
    told += std::to_string(read.origin.line) + ' ' + to_json(read.article) + '\n';
  }
  for (const Rejection& rejection : reading.rejections) {
    told +=
        std::to_string(rejection.origin.line) + ' ' + rejection.reason + rejection.record + '\n';
  }
  return told;
}

TEST_CASE("any text reads the same wherever its bytes are cut") {
  const auto piece = rc::gen::element<std::string>(
      "<DOC>", "</DOC>", "<item>", "</item>", "<title>", "</title>", "<TEXT a='", "'>", "<text>",
      "</text>", "<br/>", "<", ">", "&", "&amp;", ";", "<!--", "-->", "<![CDATA[", "]]>", "<?x",
      "?>", "<!DOCTYPE x [", "<!ENTITY e 'v'>", "]>", "&e;", "\r\n", "\r", "خبر", " ", "\"", "=",
      "<channel>", "</channel>");
  const bool same = rc::check("cut anywhere", [&] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(piece);
    std::string text = "<DOC><channel><item><title>x</title></item>";
    for (const std::string& each : pieces) text += each;
    const std::size_t portion = *rc::gen::inRange<std::size_t>(1, 9);
    for (const InputFormat format : {InputFormat::sgml, InputFormat::xml}) {
      RC_ASSERT(told(read_text(format, text, {.portion = portion})) ==
                told(read_text(format, text)));
    }
  });
  CHECK(same);
}

TEST_CASE("a dump in UTF-16") {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("<r><i><title>t</title><body>b</body></i></r>")) {
    wide += c;
    wide += '\0';
  }
  const Reading reading = read(wide);
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].article.title == "t");
  CHECK(reading.articles[0].decoding.charset == "UTF-16LE");
}

TEST_CASE("a record that the end of the file cuts off is rejected, those before it are kept") {
  const std::string dump = record("1", "نص") + "<Akhbar>\n<ID>2</ID><Text>نصف";
  const Reading reading = read(dump);
  CHECK(reading.articles.size() == 1);
  REQUIRE(reading.rejections.size() == 1);
  CHECK(reading.rejections[0].reason ==
        "the file ends inside this record: its </Akhbar> is missing");
  CHECK(reading.rejections[0].origin.line == 8);
  CHECK(reading.rejections[0].record == "<Akhbar>\n<ID>2</ID><Text>نصف");
}

TEST_CASE("lines are counted beyond 65,535") {
  const std::string dump = "<r>" + std::string(70'000, '\n') + record("1", "نص") + "</r>";
  const Reading reading = read(dump);
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].origin.line == 70'001);
}

TEST_CASE("a wrong declaration and broken bytes cost no records") {
  const std::string dump = "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>" +
                           record("1", "القاهرة تستقبل الزوار") + record("2", "بيروت");
  const Reading reading = read(dump);
  REQUIRE(reading.articles.size() == 2);
  CHECK(reading.articles[0].article.body == "القاهرة تستقبل الزوار");
  const Reading broken =
      read(record("1", "القاهرة \xFF تستقبل الزوار كل صباح") + record("2", "نص"));
  REQUIRE(broken.articles.size() == 2);
  CHECK(broken.articles[0].article.body == "القاهرة \uFFFD تستقبل الزوار كل صباح");
  CHECK(broken.articles[0].replaced_sequences == 1);
  CHECK(broken.articles[1].replaced_sequences == 0);
}

TEST_CASE("entities are never looked up, and never multiply") {
  const std::string laughs =
      "<!DOCTYPE r [<!ENTITY a \"هاها\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
      "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
  const auto read_with = [&](const std::string& text) {
    return read(laughs + "<r>" + record("1", text) + record("2", "سليم") + "</r>");
  };
  const Reading plain = read_with("ضحك &a;");
  REQUIRE(plain.articles.size() == 2);
  CHECK(plain.articles[0].article.body == "ضحك هاها");
  for (const std::string name : {"c", "x"}) {
    const Reading reading = read_with("&" + name + ";");
    REQUIRE(reading.rejections.size() == 1);
    CHECK(contains(reading.rejections[0].reason, "refers to the entity '" + name + "'"));
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].article.body == "سليم");
  }
  std::string many;
  for (int count = 0; count < 200'000; ++count) many += "&a;";
  const Reading blown = read_with(many);
  REQUIRE(blown.rejections.size() == 1);
  CHECK(contains(blown.rejections[0].reason, "bytes with its entities resolved"));
  CHECK(blown.articles.size() == 1);
}

TEST_CASE("what entities multiply to is not held beyond the limit") {
  constexpr std::size_t kMost = 1000;
  const std::string word(500, 'x');
  const DeclaredEntities declared = declared_entities("<!ENTITY a \"" + word + "\">");
  std::string many;
  for (int count = 0; count < 1000; ++count) many += "&a;";
  std::string out;
  append_resolved(out, many, &declared, kMost);
  CHECK(out.size() > kMost);
  CHECK(out.size() <= kMost + word.size());
}

TEST_CASE("records that are too long or too deep are passed over") {
  const std::string long_record = record("1", std::string(3 << 20, 'x'));
  const Reading reading = read("<r>" + long_record + record("2", "نص") + "</r>");
  CHECK(reading.articles.size() == 1);
  REQUIRE(reading.rejections.size() == 1);
  CHECK(contains(reading.rejections[0].reason, "more than the 1048576 that are allowed"));
  CHECK(contains(reading.rejections[0].reason,
                 "a record of " + std::to_string(long_record.size() - 1) + " bytes"));
  std::string deep;
  for (int level = 0; level < 100'000; ++level) deep += "<x>";
  const Reading nested = read("<r>" + record("1", deep) + record("2", "نص") + "</r>");
  CHECK(nested.articles.size() == 1);
  REQUIRE(nested.rejections.size() == 1);
  CHECK(nested.rejections[0].reason == "the record is nested more than 256 levels deep");
}

TEST_CASE("what holds no records says so") {
  const auto reason = [](std::string_view text, std::string_view map = {}) {
    const Reading reading = read(text, map);
    CHECK(reading.articles.empty());
    REQUIRE(reading.rejections.size() == 1);
    CHECK(reading.rejections[0].origin.record == 0);
    return reading.rejections[0].reason;
  };
  CHECK(contains(reason("<a><b>1</b></a>"), "--map says where they are"));
  CHECK(reason("<a><b>1</b></a>", "record = c") == "it holds no records at c");
}

TEST_CASE("real articles in a dump come out letter for letter") {
  const auto news = real_data("news/ant_multisource.jsonl.gz");
  const auto folder = real_data("formats/derived");
  if (!news || !folder) return;
  std::map<std::string, Article> known;
  for (ReadArticle& read : read_all({*news}, ReadOptions()).articles) {
    known.emplace(read.article.url, std::move(read.article));
  }
  ReadOptions options;
  options.format = InputFormat::xml;
  for (const std::string name : {"abu_el_khair_like_utf8.xml", "abu_el_khair_like_cp1256.xml"}) {
    const Reading reading = read_all({*folder / name}, options);
    CHECK(reading.rejections.empty());
    CHECK(reading.articles.size() == 60);
    for (const ReadArticle& read : reading.articles) {
      const Article& article = known.at(read.article.url);
      CHECK(read.article.title == article.title);
      CHECK(read.article.body == article.body);
      CHECK(read.article.date == article.date);
    }
  }
}

}  // namespace
