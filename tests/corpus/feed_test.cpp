// RSS, Atom, NewsML-G2, NITF and TEI, by the documents in feeds/.
#include <doctest/doctest.h>

#include <string>

#include "tests/corpus/support/file_bytes.h"
#include "tests/corpus/support/read_text.h"

namespace {

using namespace warraq::corpus;
using namespace warraq::tests;

std::vector<Article> read(const std::string& name) {
  const std::string text =
      file_bytes(std::filesystem::path(WARRAQ_SOURCE_DIR) / "tests/corpus/feeds" / name);
  const Reading reading = read_text(InputFormat::xml, text);
  CHECK(reading.rejections.empty());
  std::vector<Article> articles;
  for (const ReadArticle& read : reading.articles) articles.push_back(read.article);
  return articles;
}

TEST_CASE("an item of RSS: whole text before summary, HTML as lines, link as URL") {
  const std::vector<Article> items = read("rss.xml");
  REQUIRE(items.size() == 2);
  CHECK(items[0].title == "ميناء الصيد يستقبل \"أسطول الفجر\"");
  CHECK(items[0].body ==
        "عاد الصيادون فجرا إلى الميناء، وفرغوا حمولتهم.\nوقال كبيرهم: «موسم جيد».\n"
        "وأضاف أن الأسعار مستقرة.");
  CHECK(items[0].url == "https://alshati.example/mina/12");
  CHECK(items[0].id.empty());
  CHECK(items[0].author == "هالة الساحلي");
  CHECK(items[0].date == "Sun, 18 Feb 2018 14:03:21 GMT");
  CHECK(items[0].category == "اقتصاد، صيد");
  CHECK(items[0].source == "صحيفة الشاطئ");
  CHECK(extra(items[0], "abstract") == "\"عاد الصيادون فجرا …\"");
  CHECK(extra(items[0], "guid") == "\"alshati-12\"");
  CHECK(extra(items[0], "caption") == "\"قوارب الصيد عند الفجر\"");
  CHECK(extra(items[0], "caption_credit") == "\"تصوير الشاطئ\"");
  CHECK(extra(items[0], "image") == "\"https://alshati.example/p/12.jpg\"");
  CHECK(extra(items[0], "slash:comments") == "\"3\"");
}

TEST_CASE("an item of RSS with the least: its guid is the link, its description the text") {
  const std::vector<Article> items = read("rss.xml");
  REQUIRE(items.size() == 2);
  CHECK(items[1].url == "https://alshati.example/miyah/13");
  CHECK(items[1].body == "تنقطع المياه عن الحي القديم ست ساعات.");
  CHECK(items[1].date == "2018-02-19T08:00:00+03:00");
  CHECK(items[1].source == "نشرة البلدية");
}

TEST_CASE("an entry of Atom, and an item of RSS 1.0") {
  const std::vector<Article> entries = read("atom.xml");
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].title == "تلسكوب جديد يرصد المذنبات");
  CHECK(entries[0].url == "https://marsad.example/7");
  CHECK(entries[0].date == "2019-05-03T09:30:00Z");
  CHECK(entries[0].author == "نزار الفلكي");
  CHECK(entries[0].category == "فلك");
  CHECK(entries[0].source == "مرصد العلوم");
  CHECK(entries[0].body == "بدأ المرصد العمل.\nويرصد التلسكوب المذنبات البعيدة.");
  const std::vector<Article> items = read("rdf.xml");
  REQUIRE(items.size() == 1);
  CHECK(items[0].title == "معرض للمخطوطات");
  CHECK(items[0].source == "نشرة الورق");
  CHECK(items[0].date == "2005-11-02");
  CHECK(items[0].category == "ثقافة");
}

TEST_CASE("news items of NewsML-G2, with NITF and XHTML inside") {
  const std::vector<Article> items = read("newsml.xml");
  REQUIRE(items.size() == 2);
  CHECK(items[0].id == "urn:newsml:wakala.example:20140302:T101");
  CHECK(items[0].title == "أمطار غزيرة على السواحل");
  CHECK(items[0].body == "هطلت أمطار غزيرة على السواحل.\nوأغلقت طرق عدة.");
  CHECK(items[0].date == "2014-03-02T11:30:00Z");
  CHECK(items[0].agency == "وكالة الخليج");
  CHECK(items[0].source == "مكتب مسقط");
  CHECK(items[0].author == "زينب البحري");
  CHECK(items[0].category == "طقس");
  CHECK(extra(items[0], "place") == "\"مسقط\"");
  CHECK(extra(items[0], "kicker") == "\"حالة الطقس\"");
  CHECK(extra(items[0], "caption") == "\"طريق غمرته المياه\"");
  CHECK(extra(items[0], "tagline") == "\"حرره مكتب الأخبار\"");
  CHECK(items[1].title == "إعادة فتح الطرق");
  CHECK(items[1].body == "أعيد فتح الطرق مساء.");
  CHECK(items[1].agency == "وكالة الخليج للأنباء");
  CHECK(items[1].date == "2014-03-02T12:00:00Z");
}

TEST_CASE("a document of NITF") {
  const std::vector<Article> articles = read("nitf.xml");
  REQUIRE(articles.size() == 1);
  const Article& article = articles[0];
  CHECK(article.id == "wahat-2009-0815");
  CHECK(article.title == "بدء موسم جني التمور");
  CHECK(article.body == "بدأ المزارعون جني التمور.\nأسعار ثابتة\nوبقيت الأسعار ثابتة.");
  CHECK(article.date == "20090815");
  CHECK(article.source == "صحيفة الواحات");
  CHECK(article.category == "زراعة");
  CHECK(article.author == "تقرير: ماجد النخلي");
  CHECK(article.agency == "وكالة الواحة");
  CHECK(extra(article, "kicker") == "\"توقعات بمحصول وفير\"");
  CHECK(extra(article, "place") == "\"سيوة\"");
  CHECK(extra(article, "caption") == "\"مزارع يجني التمر\"");
  CHECK(extra(article, "caption_credit") == "\"عدسة الواحة\"");
  CHECK(extra(article, "keywords") == "[\"تمور\",\"واحات\"]");
}

TEST_CASE("a byline of NITF is a name, without what stands before it") {
  const Reading reading =
      read_text(InputFormat::xml,
                "<nitf><body><body.head><hedline><hl1>افتتاح المكتبة</hl1></hedline>"
                "<byline>بقلم <person>سلمى الوراق</person></byline></body.head>"
                "<body.content><p>افتتحت المكتبة أبوابها أمس.</p></body.content></body></nitf>");
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].article.author == "سلمى الوراق");
}

TEST_CASE("an issue in TEI: an article for each, of the newspaper's own date") {
  const std::vector<Article> articles = read("tei_issue.xml");
  REQUIRE(articles.size() == 2);
  CHECK(articles[0].id == "barq-14-1");
  CHECK(articles[0].title == "وصول الباخرة");
  CHECK(articles[0].body == "وصلت الباخرة إلى\nالميناء أمس.\nيا بحر ما أجملك\nفي ساعة الغروب");
  CHECK(articles[0].author == "سليم الكاتب");
  CHECK(articles[0].date == "1911-04-05");
  CHECK(articles[0].source == "جريدة البرق");
  CHECK(extra(articles[0], "kicker") == "\"من مراسلنا\"");
  CHECK(extra(articles[0], "place") == "\"يافا\"");
  CHECK(extra(articles[0], "issue") == "\"جريدة البرق، العدد 14\"");
  CHECK(articles[1].title == "إعلان");
  CHECK(articles[1].date == "1911-04-07");
}

TEST_CASE("a corpus in TEI: an article for each text") {
  const std::vector<Article> articles = read("tei_corpus.xml");
  REQUIRE(articles.size() == 2);
  CHECK(articles[0].id == "t1");
  CHECK(articles[0].title == "في الصحافة");
  CHECK(articles[0].author == "جميل النحاس");
  CHECK(articles[0].source == "مجلة القلم");
  CHECK(articles[0].date == "1925-06");
  CHECK(articles[0].body == "الصحافة مرآة الأمة.");
  CHECK(articles[1].title == "في الطباعة");
}

}  // namespace
