#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <variant>

#include "corpus/html/page.h"
#include "eval/word_score.h"
#include "tests/corpus/support/file_bytes.h"
#include "tests/corpus/support/pages.h"
#include "tests/corpus/support/reading.h"
#include "tests/corpus/support/temp_folder.h"

namespace {

using namespace std::string_literals;
using namespace warraq::corpus;
using namespace warraq::tests;

constexpr std::string_view kParagraph =
    "وصلت السفينة إلى الميناء صباح اليوم محملة بالقمح، وقال مدير الميناء إن التفريغ سيستمر ثلاثة "
    "أيام كاملة، ثم تعود السفينة إلى البحر محملة بالتمور.";

Article article_in(const std::string& html, std::string_view url = {}) {
  auto page = read_html_page({html, {}, url});
  const auto* reason = std::get_if<std::string>(&page);
  INFO(html.substr(0, 300));
  REQUIRE_MESSAGE(reason == nullptr, *reason);
  return std::get<ReadArticle>(std::move(page)).article;
}

/// A page with `head` in its head, a headline and a paragraph.
std::string page_with(std::string_view head, std::string_view above_text = {}) {
  std::string html = "<html><head><meta charset=utf-8>";
  html.append(head).append("</head><body><h1>القمح يصل إلى الميناء اليوم</h1>");
  html.append(above_text).append("<p>").append(kParagraph).append("</p></body></html>");
  return html;
}

std::string reason_of(const std::string& html) {
  auto page = read_html_page({html, {}, {}});
  REQUIRE(std::holds_alternative<std::string>(page));
  return std::get<std::string>(page);
}

std::string extra(const Article& article, std::string_view name) {
  for (const ExtraField& field : article.extra) {
    if (field.name == name) return field.json;
  }
  return {};
}

TEST_CASE("pages of three decades give their articles, and the text alone") {
  ArticleParser parser;
  double f1_sum = 0;
  const std::vector<std::string> names = article_pages();
  REQUIRE(names.size() >= 11);
  for (const std::string& name : names) {
    CAPTURE(name);
    const Article found = article_in(file_bytes(pages_folder() / (name + ".html")));
    Article expected = *parser.parse(file_bytes(pages_folder() / (name + ".json"))).article;
    const auto score =
        warraq::eval::compare_words(found.body, file_bytes(pages_folder() / (name + ".txt")));
    CHECK(score.f1 >= 0.97);
    f1_sum += score.f1;
    expected.body = found.body;
    CHECK(to_json(found) == to_json(expected));
  }
  CHECK(f1_sum / static_cast<double>(names.size()) >= 0.99);
}

TEST_CASE("a list of headlines is no article") {
  const std::string reason = reason_of(file_bytes(pages_folder() / "index.html"));
  CHECK(contains(reason, "no article text found"));
  CHECK(contains(reason, "list of links"));
}

TEST_CASE("a page of too little text is no article, unless it says it is one") {
  const std::string html =
      "<title>صفحة</title><h1>عنوان من ثلاث كلمات</h1><p>جملة قصيرة وحدها.</p>";
  CHECK(contains(reason_of(html), "no article text found: "));
  const Article article =
      article_in("<meta charset=utf-8><meta property=og:type content=article>" + html);
  CHECK(article.title == "عنوان من ثلاث كلمات");
  CHECK(article.body == "جملة قصيرة وحدها.");
}

TEST_CASE("the publication date is taken from where it is said best, and no other date is") {
  CHECK(article_in(page_with("<meta property='article:published_time' content='2020-01-02T03:04'>"
                             "<meta name=date content=2019-12-31>"
                             "<meta property='article:modified_time' content='2021-01-01'>"))
            .date == "2020-01-02T03:04");
  const Article linked = article_in(page_with(
      "<meta name=date content=2019-12-31><script type='application/ld+json'>{\"@type\":"
      "[\"Thing\",\"ReportageNewsArticle\"],\"datePublished\":\"2018-05-06\",\"dateModified\":"
      "\"2018-05-07\"}</script>"));
  CHECK(linked.date == "2018-05-06");
  CHECK(extra(linked, "modified") == "\"2018-05-07\"");
  const Article changed =
      article_in(page_with("<meta property='article:modified_time' content='2021-01-01'>"));
  CHECK(changed.date.empty());
  CHECK(extra(changed, "modified") == "\"2021-01-01\"");
  const Article shown = article_in(
      page_with({}, "<div class=date>الأحد 4 آب 2013، آخر تحديث الاثنين 5 آب 2013</div>"));
  CHECK(shown.date == "الأحد 4 آب 2013");
  CHECK(extra(shown, "modified") == "\"الاثنين 5 آب 2013\"");
  CHECK(article_in(page_with({}, "<time datetime='2015-06-07'>منذ يومين</time>")).date ==
        "2015-06-07");
  CHECK(article_in(page_with({}, "<font>الثلاثاء 3/2/2004</font><br>")).date ==
        "الثلاثاء 3/2/2004");
}

TEST_CASE("a date that is shown is cut to the date, with its time") {
  const auto date_in = [](const std::string& shown) {
    return article_in(page_with({}, "<div class=date>" + shown + "</div>")).date;
  };
  CHECK(date_in("الاربعاء 02/05/2012 (") == "الاربعاء 02/05/2012");
  CHECK(date_in("(02/05/2012)") == "02/05/2012");
  CHECK(date_in("2 مايو 2012 - 10:30 ص") == "2 مايو 2012 - 10:30 ص");
  CHECK(date_in("العدد 16018 - الأربعاء 2 مايو 2012") == "الأربعاء 2 مايو 2012");
  CHECK(date_in("الأربعاء 11 جمادى الآخرة 1433 هـ - 2 مايو 2012م - العدد 16018") ==
        "الأربعاء 11 جمادى الآخرة 1433 هـ - 2 مايو 2012م");
  CHECK(date_in("تم نشره في الأربعاء 2 أيار / مايو 2012. 12:00 صباحاً") ==
        "الأربعاء 2 أيار / مايو 2012");
}

TEST_CASE("a caption is told from whose the picture is") {
  const auto page = [](const std::string& caption) {
    return article_in(page_with({}, "<figure><figcaption>" + caption + "</figcaption></figure>"));
  };
  for (const std::string credit : {" | رويترز", " (رويترز)"}) {
    const Article article = page("السفينة عند رصيف الميناء صباح اليوم" + credit);
    CHECK(extra(article, "caption") == "\"السفينة عند رصيف الميناء صباح اليوم\"");
    CHECK(extra(article, "caption_credit") == "\"رويترز\"");
  }
  CHECK(extra(page("السفينة عند الرصيف"), "caption") == "\"السفينة عند الرصيف\"");
  CHECK(extra(page("السفينة عند الرصيف"), "caption_credit").empty());
}

TEST_CASE("a byline gives the name alone, whatever stands before it") {
  const auto author_of = [](std::string_view byline) {
    return article_in(page_with({}, "<div class=byline>" + std::string(byline) + "</div>")).author;
  };
  CHECK(author_of("بقلم: هدى السرّاج") == "هدى السرّاج");
  CHECK(author_of("كتب – فؤاد النجار") == "فؤاد النجار");
  CHECK(author_of("كتب\u200F سليم البدوي") == "كتب\u200F سليم البدوي");
  CHECK(author_of("\u200Fسليم البدوي") == "\u200Fسليم البدوي");
  CHECK(author_of("كتبغا المملوكي") == "كتبغا المملوكي");
}

TEST_CASE("JSON-LD that is not quite JSON is read all the same") {
  const auto date_of = [](const std::string& json) {
    return article_in(page_with("<script type=\"application/ld+json\">" + json + "</script>")).date;
  };
  const std::string news = R"("@type":"NewsArticle","datePublished":"2018-05-06")";
  CHECK(date_of("{" + news + ",}") == "2018-05-06");
  CHECK(date_of("<!-- {" + news + "} -->") == "2018-05-06");
  CHECK(date_of("[{\"@graph\":[{\"mainEntity\":{" + news + "}}]}];") == "2018-05-06");
  CHECK(date_of("{" + news + ",\"description\":\"سطر\nثان\"}") == "2018-05-06");
  CHECK(date_of("{" + news + ",\"headline\":\"قال \"نعم\" ومضى\"}") == "2018-05-06");
  CHECK(date_of("{" + news).empty() == false);
  CHECK(date_of("{\"@type\":\"Product\",\"datePublished\":\"2018-05-06\"}").empty());
}

TEST_CASE("JSON-LD's text serves only where the page has none") {
  const std::string script =
      R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"عنوان الخبر هنا",)"
      R"("articleBody":"سطر أول.\nسطر ثان &amp; أخير."}</script>)";
  CHECK(article_in(page_with(script)).body == kParagraph);
  CHECK(article_in("<meta charset=utf-8>" + script).body == "سطر أول.\nسطر ثان & أخير.");
}

TEST_CASE("a headline goes without the site's name, whichever side that is on") {
  const auto title_of = [](std::string_view title) {
    return article_in("<meta charset=utf-8><title>" + std::string(title) + "</title><p>" +
                      std::string(kParagraph) + "</p>")
        .title;
  };
  CHECK(title_of("القمح يصل إلى الميناء | الساحل نت") == "القمح يصل إلى الميناء");
  CHECK(title_of("القمح يصل إلى الميناء - الساحل عربي") == "القمح يصل إلى الميناء");
  CHECK(title_of("الساحل نت :: القمح يصل إلى الميناء") == "القمح يصل إلى الميناء");
  CHECK(title_of("القمح يصل إلى الميناء") == "القمح يصل إلى الميناء");
  CHECK(title_of("وزير الري: السد - رغم التأخير - يكتمل في الربيع القادم") ==
        "وزير الري: السد - رغم التأخير - يكتمل في الربيع القادم");
}

TEST_CASE("the canonical address counts on the page's own host") {
  const std::string page = page_with("<link rel=canonical href='https://a.example/1'>");
  CHECK(article_in(page).url == "https://a.example/1");
  CHECK(article_in(page, "http://www.a.example/1?utm=2").url == "https://a.example/1");
  CHECK(article_in(page, "http://b.example/x").url == "http://b.example/x");
  CHECK(article_in(page_with("<link rel=canonical href='/1'>"), "http://b.example/x").url ==
        "http://b.example/1");
}

TEST_CASE("a charset that is declared around the page or in it is believed") {
  const std::string bytes = file_bytes(pages_folder() / "tables_1998.html");
  const auto page = read_html_page({bytes, {}, {}});
  CHECK(std::get<ReadArticle>(page).decoding.charset == "windows-1256");
}

TEST_CASE("characters are what a reader of the page would see") {
  const Article article = article_in("<meta charset=utf-8><p>" + std::string(kParagraph) +
                                     "<p>أ&nbsp;ب&#1578;&#x62B; &laquo;ج&raquo; &amp;lt; &#150; "
                                     "&unknown; AT&T &#0; &#1114112;\r\n\tآخر.</p>");
  CHECK(article.body ==
        std::string(kParagraph) + "\nأ بتث «ج» &lt; – &unknown; AT&T \uFFFD \uFFFD آخر.");
}

TEST_CASE("language and direction do not matter") {
  CHECK(article_in("<html lang=fr><title>La pluie arrive</title><p>Le port a été fermé hier soir à "
                   "cause de la tempête, et les pêcheurs ont attaché leurs bateaux avant la nuit, "
                   "comme chaque année.</p>")
            .body.size() > 100);
}

TEST_CASE("what is no text is no page, whatever format is asked for") {
  std::string bytes;
  std::uint32_t state = 1;
  for (int count = 0; count < 20'000; ++count) {
    state = state * 1664525U + 1013904223U;
    bytes += static_cast<char>(state >> 24U);
  }
  const TempFolder folder;
  ReadOptions options;
  options.format = InputFormat::html;
  const Reading reading = read_all({folder.write("noise", bytes)}, options);
  CHECK(reading.articles.empty());
  REQUIRE(reading.rejections.size() == 1);
  CHECK(contains(reading.rejections[0].reason, "does not look like text"));
}

TEST_CASE("hostile pages take bounded time and memory, and none ends the run") {
  std::string attributes = "<p ";
  for (int n = 0; n < 1'000'000; ++n)
    attributes.append("a").append(std::to_string(n)).append("=1 ");
  std::string nested;
  for (int n = 0; n < 100'000; ++n) nested += "<div><table><tr><td>";
  std::string ends = nested;
  for (int n = 0; n < 300'000; ++n) ends += "</p></div></span></b>";
  const std::string text = "<p>" + std::string(kParagraph) + "</p>";
  CHECK(article_in("<meta charset=utf-8>" + attributes + ">" + std::string(kParagraph)).body ==
        kParagraph);
  CHECK(article_in("<meta charset=utf-8>" + nested + text).body == kParagraph);
  CHECK(article_in("<meta charset=utf-8>" + ends + text).body == kParagraph);
  CHECK(
      article_in("<meta charset=utf-8><script>" + std::string(5'000'000, '<') + "</script>" + text)
          .body == kParagraph);
  CHECK(article_in(std::string(100'000, '\0') + "<meta charset=utf-8>" + text).body == kParagraph);
  std::string many;
  for (int n = 0; n < 600'000; ++n) many += "<p>x";
  CHECK(contains(reason_of(many), "more than 1048576 tags and texts"));
  for (const char* unclosed :
       {"<title>", "<!--", "<a href=\"", "<textarea>", "<a b='", "<![CDATA["}) {
    std::string html = "<meta charset=utf-8>" + text;
    for (int n = 0; n < 200'000; ++n) html += unclosed;
    CHECK(contains(article_in(html).body, kParagraph));
  }
}

TEST_CASE("a file of HTML is one article, named by its address or its path") {
  const TempFolder folder;
  ReadOptions options;
  options.format = InputFormat::html;
  const std::string file = folder.write("a.html", page_with({}));
  const Reading reading = read_all({file}, options);
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].article.id == "a.html");
  CHECK(reading.articles[0].article.title == "القمح يصل إلى الميناء اليوم");
  const Reading none = read_all({folder.write("b.html", "<p>لا شيء</p>")}, options);
  REQUIRE(none.rejections.size() == 1);
  CHECK(contains(none.rejections[0].reason, "no article text found"));
  CHECK(none.rejections[0].record == "<p>لا شيء</p>");
  options.max_article_bytes = 50;
  CHECK(contains(read_all({file}, options).rejections.at(0).reason, "more than the 50 bytes"));
}

}  // namespace
