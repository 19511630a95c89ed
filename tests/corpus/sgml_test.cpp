#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>

#include "tests/corpus/support/read_text.h"
#include "tests/corpus/support/real_data.h"

namespace {

using namespace warraq::corpus;
using namespace warraq::tests;

constexpr std::string_view kGigaword = R"(<DOC id="AFP_ARB_19940513.0001" type="story" >
<HEADLINE>
افتتاح جسر جديد على
النهر
</HEADLINE>
<DATELINE>
القاهرة 13-5 (وكالة) -
</DATELINE>
<TEXT>
<P>
افتتح المحافظ صباح اليوم الجسر الجديد
 الذي يربط ضفتي النهر.
</P>
<P>
وقال إن العمل &quot;استغرق عامين&quot;.
</P>
</TEXT>
</DOC>
)";

Reading read(std::string_view text, const TextOptions& options = {}) {
  return read_text(InputFormat::sgml, text, options);
}

Article only(const Reading& reading) {
  CHECK(reading.rejections.empty());
  REQUIRE(reading.articles.size() == 1);
  return reading.articles[0].article;
}

std::string body_of(const std::string& text) {
  return only(read("<DOC><TEXT>" + text + "</TEXT></DOC>")).body;
}

TEST_CASE("a document of Gigaword: number, day, headline and paragraphs on lines of their own") {
  const Article article = only(read(kGigaword));
  CHECK(article.id == "AFP_ARB_19940513.0001");
  CHECK(article.date == "19940513");
  CHECK(article.title == "افتتاح جسر جديد على النهر");
  CHECK(article.body ==
        "افتتح المحافظ صباح اليوم الجسر الجديد الذي يربط ضفتي النهر.\n"
        "وقال إن العمل \"استغرق عامين\".");
  CHECK(extra(article, "type") == "\"story\"");
  CHECK(extra(article, "dateline") == "\"القاهرة 13-5 (وكالة) -\"");
}

TEST_CASE("SGML reads the same wherever its bytes are cut") {
  const std::string two = std::string(kGigaword) + "\r\n" + std::string(kGigaword);
  for (const std::size_t portion : {1U, 2U, 7U, 64U}) {
    const Reading reading = read(two, {.portion = portion});
    REQUIRE(reading.articles.size() == 2);
    CHECK(reading.articles[1].article == read(kGigaword).articles[0].article);
    CHECK(reading.articles[1].origin.record == 2);
    CHECK(reading.articles[1].origin.line == 20);
  }
}

TEST_CASE("a document of TREC's kind: each tag its field, lines of a text kept") {
  const Article article = only(read(R"(1
<DOC>
<DOCNO>SA-sport-7-20180218</DOCNO>
<URL>http://sahifa.example/رياضة/7</URL>
<SRC>الساحل</SRC>
<CAT>رياضة</CAT>
<TITLE>تعادل في قمة الدوري</TITLE>
<TIME>Sun, 18 Feb 2018 17:57:29 +0400</TIME>
<AUTHOR>سالم الراوي</AUTHOR>
<ABSTRACT>
انتهت المباراة بلا أهداف.
</ABSTRACT>
<PICTURE>ملعب المدينة</PICTURE>
<TEXT>
انتهت المباراة بين الفريقين بالتعادل.
وغاب الهداف عن اللقاء.
</TEXT>
</DOC>
)"));
  CHECK(article.id == "SA-sport-7-20180218");
  CHECK(article.url == "http://sahifa.example/رياضة/7");
  CHECK(article.source == "الساحل");
  CHECK(article.category == "رياضة");
  CHECK(article.title == "تعادل في قمة الدوري");
  CHECK(article.date == "Sun, 18 Feb 2018 17:57:29 +0400");
  CHECK(article.author == "سالم الراوي");
  CHECK(article.body == "انتهت المباراة بين الفريقين بالتعادل.\nوغاب الهداف عن اللقاء.");
  CHECK(extra(article, "abstract") == "\"انتهت المباراة بلا أهداف.\"");
  CHECK(extra(article, "picture") == "\"ملعب المدينة\"");
}

TEST_CASE("missing ends of tags are made good") {
  const Reading reading = read(R"(<DOC>
<DOCNO>1<HEADLINE>خبر أول
<TEXT><P>فقرة<P>أخرى
<DOC>
<docno>2</docno><hl>خبر ثان</hl>
<text><p>نص</b></p></p></trailer> وبقيته</text>
</doc>)");
  CHECK(reading.rejections.empty());
  REQUIRE(reading.articles.size() == 2);
  CHECK(reading.articles[0].article.id == "1");
  CHECK(reading.articles[0].article.title == "خبر أول");
  CHECK(reading.articles[0].article.body == "فقرة\nأخرى");
  CHECK(reading.articles[1].article.title == "خبر ثان");
  CHECK(reading.articles[1].article.body == "نص\nوبقيته");
  CHECK(reading.articles[1].origin.line == 4);
}

TEST_CASE("what is no tag and no reference is text") {
  CHECK(body_of("AT&T و R&D ; 1 < 2 <مهم> a<b <someone@news.example>") ==
        "AT&T و R&D ; 1 < 2 <مهم> a<b <someone@news.example>");
  CHECK(body_of("&AMP;&lt;&#1576;&#x628;&nbsp;.") == "&<بب\xC2\xA0.");
  CHECK(body_of("قبل <!-- تعليق > --> بعد") == "قبل  بعد");
  CHECK(body_of("قبل <!-- بلا نهاية") == "قبل <!-- بلا نهاية");
}

TEST_CASE("lines of a typewriter become paragraphs, verses stay lines") {
  const std::string first = "  تتجه الأنظار مساء اليوم إلى ملعب المدينة الذي يستضيف نهائي الكأس\n";
  const std::string second = "بين فريقين لم يلتقيا منذ خمسة أعوام كاملة في أي مسابقة محلية كانت.\n";
  CHECK(std::count(first.begin(), first.end(), '\n') == 1);
  const std::string text = body_of("\n" + first + second + first + second);
  CHECK(std::count(text.begin(), text.end(), '\n') == 1);
  CHECK(contains(text, "نهائي الكأس بين فريقين"));
  CHECK(body_of("قفا نبك من ذكرى\nحبيب ومنزل\n\nبسقط اللوى") ==
        "قفا نبك من ذكرى\nحبيب ومنزل\n\nبسقط اللوى");
}

TEST_CASE("each document is decoded on its own") {
  const Reading reading = read(
      "<DOC><DOCNO>1</DOCNO><TEXT>\xC7\xE1\xDE\xC7\xE5\xD1\xC9 \xC7\xE1\xED\xE6\xE3 "
      "\xE6\xDE\xC7\xE1 \xC7\xE1\xE6\xD2\xED\xD1 \xC5\xE4 \xC7\xE1\xDA\xE3\xE1 "
      "\xED\xD3\xCA\xE3\xD1</TEXT></DOC><DOC><TEXT>القاهرة اليوم</TEXT></DOC>");
  REQUIRE(reading.articles.size() == 2);
  CHECK(reading.articles[0].article.body == "القاهرة اليوم وقال الوزير إن العمل يستمر");
  CHECK(reading.articles[0].decoding.charset == "windows-1256");
  CHECK(reading.articles[1].decoding.charset == "UTF-8");
}

TEST_CASE("a document that is too long, too deep or empty is rejected, and the next is read") {
  const std::string good = "<DOC><TEXT>خبر</TEXT></DOC>\n";
  const auto rejection = [&](const std::string& bad) {
    const Reading reading = read(bad + "\n" + good, {.max_article_bytes = 4096});
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].article.body == "خبر");
    CHECK(reading.articles[0].origin.record == 2);
    REQUIRE(reading.rejections.size() == 1);
    CHECK(reading.rejections[0].origin.record == 1);
    return reading.rejections[0].reason;
  };
  CHECK(contains(rejection("<DOC><TEXT>" + std::string(200'000, 'x') + "</TEXT></DOC>"),
                 "bytes, more than the 4096 that are allowed (--max-article)"));
  std::string deep;
  for (int level = 0; level < 300; ++level) deep += "<x>";
  CHECK(rejection("<DOC>" + deep + "</DOC>") == "the record is nested more than 256 levels deep");
  CHECK(rejection("<DOC><DOCNO>7</DOCNO><TEXT> </TEXT></DOC>") == "neither a title nor a body");
}

TEST_CASE("an input without documents says so") {
  const Reading reading = read("<html>صفحة</html>");
  REQUIRE(reading.rejections.size() == 1);
  CHECK(contains(reading.rejections[0].reason, "it holds no <DOC>"));
}

/// `text` with each run of white space, no-break spaces among it, one space.
std::string folded(std::string_view text) {
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  std::string folded;
  while (!text.empty()) {
    const bool no_break = text.starts_with(kNoBreakSpace);
    const bool space = no_break || text[0] == ' ' || text[0] == '\n' || text[0] == '\t';
    if (!space) folded += text[0];
    if (space && !folded.empty() && folded.back() != ' ') folded += ' ';
    text.remove_prefix(no_break ? kNoBreakSpace.size() : 1);
  }
  if (folded.ends_with(' ')) folded.pop_back();
  return folded;
}

TEST_CASE("real articles in SGML come out letter for letter") {
  const auto news = real_data("news/ant_multisource.jsonl.gz");
  const auto folder = real_data("formats");
  if (!news || !folder) return;
  std::multimap<std::string, Article> by_title;
  std::map<std::string, Article> by_url;
  for (const ReadArticle& read : read_all({*news}, ReadOptions()).articles) {
    by_title.emplace(read.article.title, read.article);
    by_url.emplace(read.article.url, read.article);
  }
  ReadOptions options;
  options.format = InputFormat::sgml;
  const auto count_same = [&](const Reading& reading) {
    return std::count_if(reading.articles.begin(), reading.articles.end(), [&](const auto& read) {
      const auto [begin, end] = by_title.equal_range(read.article.title);
      return std::any_of(begin, end,
                         [&](const auto& known) { return read.article.body == known.second.body; });
    });
  };
  const Reading ldc = read_all({*folder / "derived/ldc_like_utf8.sgml"}, options);
  CHECK(ldc.rejections.empty());
  CHECK(count_same(ldc) == 60);
  CHECK(ldc.articles.at(0).article.id == "20180218_ANT_ARB.0000");
  CHECK(ldc.articles.at(0).article.date == "20180218");
  const Reading windows = read_all({*folder / "derived/ldc_like_cp1256.sgml"}, options);
  CHECK(windows.rejections.empty());
  CHECK(count_same(windows) == 59);  // one has a character that is not in that set
  const Reading trec = read_all({*folder / "trec_xml_ant"}, options);
  CHECK(trec.rejections.empty());
  CHECK(trec.articles.size() == 63);
  for (const ReadArticle& read : trec.articles) {
    const Article& known = by_url.at(read.article.url);
    CHECK(read.article.title == known.title);
    CHECK(folded(read.article.body) == folded(known.body));  // the news was tidied since
    CHECK(contains(read.article.date, known.date.substr(0, 4)));
    CHECK(!read.article.category.empty());
    CHECK(!read.article.source.empty());
  }
}

}  // namespace
