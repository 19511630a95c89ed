// The page as it is served, without a network.
#include <doctest/doctest.h>
#include <libxml/HTMLparser.h>
#include <rapidcheck.h>

#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "searcher/serve/page/assets.h"
#include "searcher/serve/page/html.h"
#include "searcher/serve/page/links.h"
#include "searcher/serve/page/marked_text.h"
#include "searcher/serve/page/wording.h"
#include "searcher/serve/search_responder.h"
#include "tests/searcher/test_archive.h"

namespace warraq::tests {
namespace {

using namespace searcher::serve;  // NOLINT: what is tested
using searcher::Parameters;

std::vector<corpus::Article> articles() {
  std::vector<corpus::Article> result = {
      article("harbour", "إعادة فتح الميناء",
              "أعيد فتح ميناء المدينة أمام سفن الصيد.\nوالميناء آمن.", "2018-03-04"),
      article("library", "المكتبة العامة", "فتحت المكتبة أبوابها قرب الميناء.", "2019-05-01"),
      article("<id>\"'&", "ميناء <script>alert(1)</script>",
              "الميناء \"'><img src=x onerror=alert(1)> \u202Eمقلوب " + std::string(10'000, 'a'),
              "2018-05-06")};
  for (corpus::Article& each : result) each.source = "إذاعة الساحل";
  result[1].source = "المرصد";
  result[2].source = "<b onmouseover=alert(1)>\"'";
  result[2].url = "javascript:alert(1)";
  result[0].url = "https://example.org/harbour";
  return result;
}

ServeOptions options_of(const TestArchive& archive) {
  ServeOptions options;
  options.archive = archive.path();
  return options;
}

struct Site {
  HttpAnswer get(std::vector<std::string> segments,
                 const std::vector<std::pair<std::string, std::string>>& parameters = {},
                 const std::string& if_none_match = {}) {
    HttpRequest request;
    request.method = "GET";
    request.segments = std::move(segments);
    for (const std::string& segment : request.segments) request.target += '/' + segment;
    for (const auto& [name, value] : parameters) {
      request.parameters.add(name, value);
      request.target.append("&").append(name).append("=").append(value);
    }
    if (!if_none_match.empty()) request.headers.emplace_back("if-none-match", if_none_match);
    return responder.answer(request);
  }

  TestArchive archive{articles()};
  ServeOptions options = options_of(archive);
  SearchResponder responder{options};
};

std::string header(const HttpAnswer& answer, std::string_view name) {
  for (const auto& [known, value] : answer.headers) {
    if (known == name) return value;
  }
  return {};
}

/// Elements, and attributes as "element name", that a browser would see.
struct Seen {
  std::multiset<std::string> elements;
  std::set<std::string> attributes;
  std::string addresses;
};

void look_at(xmlNode* node, Seen& seen) {
  for (; node != nullptr; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    const auto* const name = reinterpret_cast<const char*>(node->name);
    seen.elements.insert(name);
    for (xmlAttr* attribute = node->properties; attribute != nullptr; attribute = attribute->next) {
      const std::string called = reinterpret_cast<const char*>(attribute->name);
      seen.attributes.insert(called);
      if (called != "href" && called != "src" && called != "action") continue;
      xmlChar* const value = xmlNodeListGetString(node->doc, attribute->children, 1);
      if (value != nullptr) seen.addresses += std::string(reinterpret_cast<char*>(value)) + '\n';
      xmlFree(value);
    }
    look_at(node->children, seen);
  }
}

Seen seen_in(const std::string& html) {
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
      htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING),
      &xmlFreeDoc);
  REQUIRE(document);
  Seen seen;
  look_at(xmlDocGetRootElement(document.get()), seen);
  return seen;
}

void check_harmless(const std::string& html) {
  const Seen seen = seen_in(html);
  CHECK(seen.elements.count("script") == 1);  // the page's own
  CHECK(seen.elements.count("style") == 0);
  CHECK(seen.elements.count("img") == 0);
  CHECK(seen.addresses.find("javascript:") == std::string::npos);
  for (const std::string& name : seen.attributes) {
    CHECK_MESSAGE((!name.starts_with("on") && name != "style"), name);
  }
  CHECK(html.find("\u202E") == std::string::npos);
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("Arabic counts have the forms that their numbers ask for") {
  const auto said = [](std::uint64_t number) {
    return counted(number, kArticle, Language::arabic);
  };
  CHECK(said(0) == "لا مقالات");
  CHECK(said(1) == "مقالة واحدة");
  CHECK(said(2) == "مقالتان");
  CHECK(said(3) == "3 مقالات");
  CHECK(said(10) == "10 مقالات");
  CHECK(counted(11, kSourceNoun, Language::arabic) == "11 مصدرًا");
  CHECK(counted(100, kSourceNoun, Language::arabic) == "100 مصدر");
  CHECK(counted(102, kSourceNoun, Language::arabic) == "102 مصدر");
  CHECK(said(1103) == "1,103 مقالات");
  CHECK(counted(1, kArticle, Language::english) == "1 article");
}

TEST_CASE("intervals have names and last days") {
  using searcher::Interval;
  CHECK(spelt({2018, 3, 1}, Interval::month, Language::arabic) == "مارس 2018");
  CHECK(last_day({2020, 2, 1}, Interval::month) == analyzers::Date{2020, 2, 29});
  CHECK(last_day({2018, 12, 1}, Interval::month) == analyzers::Date{2018, 12, 31});
  CHECK(last_day({2018, 12, 31}, Interval::week) == analyzers::Date{2019, 1, 6});
}

TEST_CASE("links keep what was asked for and change one thing") {
  Parameters given;
  given.add("query", "a&b ت");
  given.add("source", "x");
  given.add("source", "y");
  given.add("page", "3");
  given.add("utm", "z");
  given.add("from", "");
  const Links links(given);
  CHECK(links.search() == "/?query=a%26b%20%D8%AA&source=x&source=y&page=3");
  CHECK(links.with("page", "4").search() == "/?query=a%26b%20%D8%AA&source=x&source=y&page=4");
  CHECK(links.without("source", "x").search() == "/?query=a%26b%20%D8%AA&source=y");
  CHECK(links.with("sort", "newest").search() ==
        "/?query=a%26b%20%D8%AA&source=x&source=y&sort=newest");
  CHECK(links.with("lang", "en").fresh().search() == "/?lang=en");
  CHECK(links.without("page").article("a/b") ==
        "/articles/a%2Fb?query=a%26b%20%D8%AA&source=x&source=y");
}

TEST_CASE("no text becomes markup") {
  CHECK(rc::check("in elements and attributes of any text", [](const std::string& random) {
    const std::string text =
        random + *rc::gen::element<std::string>("<script>", "'><b>", "\" x=", "&lt;");
    Html html(Language::arabic);
    html << "<p title='" << Value{text} << "'>" << Text{text} << Isolated{text} << Said{text}
         << "</p>";
    const Seen seen = seen_in(html.take());
    RC_ASSERT(seen.elements == (std::multiset<std::string>{"html", "body", "p", "bdi", "span"}));
    RC_ASSERT(seen.attributes == (std::set<std::string>{"title", "lang", "dir"}));
  }));
}

TEST_CASE("no message becomes markup, whatever it quotes") {
  CHECK(rc::check("known messages about any text", [](const std::string& random) {
    const std::string text =
        random + *rc::gen::element<std::string>("<script>", "⟦<b>⟧", "⟧<b>⟦", "{q}", "', ");
    const std::string message = *rc::gen::elementOf(std::vector<std::string>{
        "from: there is no date \u2068" + text + "\u2069",
        "no article has the source \u2068" + text + "\u2069; there is \u2068" + text +
            "\u2069, \u2068" + text,
        text + " is no operator: NEAR/5 is, in capitals (character 5 of \u2068" + text +
            "\u2069): it was searched as a word",
        "the query holds no word: " + text, "the words that begin with " + text + ", the most"});
    for (const Language language : {Language::arabic, Language::english}) {
      Html html(language);
      html << "<p>" << Said{message} << "</p>";
      const Seen seen = seen_in(html.take());
      for (const std::string& element : seen.elements) {
        RC_ASSERT(element == "html" || element == "body" || element == "p" || element == "span" ||
                  element == "bdi");
      }
      for (const std::string& attribute : seen.attributes) {
        RC_ASSERT(attribute == "lang" || attribute == "dir");
      }
    }
  }));
}

TEST_CASE("hostile articles and queries are text") {
  Site site;
  for (const char* const language : {"ar", "en"}) {
    check_harmless(site.get({}, {{"lang", language}}).body);
    check_harmless(site.get({}, {{"query", "ميناء"}, {"lang", language}}).body);
    check_harmless(site.get({}, {{"query", "ميناء"}, {"source", "'><script>"}}).body);
    check_harmless(
        site.get({}, {{"query", "\"><script>x</script>"}, {"from", "<img src=x>"}}).body);
    check_harmless(site.get({"articles", "<id>\"'&"}, {{"query", "ميناء"}}).body);
    check_harmless(site.get({"articles", "<script>"}).body);
  }
}

TEST_CASE("a search shows hits with whole words marked, counts and links that keep its filters") {
  Site site;
  const HttpAnswer answer = site.get({}, {{"query", "ميناء"}, {"from", "2018"}, {"to", "2018"}});
  CHECK(answer.status == 200);
  CHECK(has(answer.body, "<strong>مقالتان</strong>"));
  CHECK(has(answer.body, "إعادة فتح <mark>الميناء</mark>"));
  CHECK(has(answer.body, "data-id='harbour'"));
  CHECK(has(answer.body, "data-first='2018-03-01' data-last='2018-03-31' data-count='1'"));
  CHECK(has(answer.body, "/articles/harbour?query=%D9%85%D9%8A%D9%86%D8%A7%D8%A1&amp;from=2018"));
  CHECK(has(answer.body, "/v1/export?format=csv&amp;bom=1&amp;query="));
  CHECK(
      has(answer.body, "/v1/export?format=ris&amp;query=%D9%85%D9%8A%D9%86%D8%A7%D8%A1&amp;from="));
  CHECK(has(answer.body, "4 مارس 2018"));
}

TEST_CASE("an article shows every place of the query's words") {
  Site site;
  const HttpAnswer answer = site.get({"articles", "harbour"}, {{"query", "ميناء"}});
  CHECK(answer.status == 200);
  CHECK(has(answer.body, "أعيد فتح <mark>ميناء</mark> المدينة"));
  CHECK(has(answer.body, "<mark>والميناء</mark> آمن."));
  CHECK(has(answer.body, "href='https://example.org/harbour'"));
  CHECK(site.get({"articles", "harbour"}, {{"query", "تاريخ:2018-02-30"}}).status == 200);
  CHECK(site.get({"articles", "nowhere"}).status == 404);
}

TEST_CASE("what is wrong with a query is said in the page") {
  Site site;
  const HttpAnswer answer = site.get({}, {{"query", "ميناء"}, {"from", "2018-02-30"}});
  CHECK(answer.status == 400);
  CHECK(has(answer.body, "هذا التاريخ غير موجود."));
  CHECK(has(answer.body, "value='2018-02-30'"));
  CHECK(has(site.get({}, {{"query", "ميناء"}, {"from", "2019"}, {"to", "2018"}}).body,
            "تاريخ البداية بعد تاريخ النهاية"));
  CHECK(site.get({}, {{"query", "ميناء"}, {"page", "99999999"}}).status == 400);
  CHECK(site.get({}, {{"query", "ميناء"}, {"query", "مكتبة"}, {"lang", "en"}, {"lang", "en"}})
            .status == 400);
  CHECK(has(site.get({}, {{"query", "قققققق"}}).body, "لم يُعثر على شيء"));
}

TEST_CASE("the library's own words about a query are folded away") {
  Site site;
  const HttpAnswer date = site.get({}, {{"query", "date:2018-99"}});
  CHECK(date.status == 400);
  CHECK(has(date.body, "<details><summary>تفاصيل تقنية</summary><p><span>لا يوجد تاريخ"));
  const HttpAnswer far = site.get({}, {{"query", "ميناء"}, {"page", "99999999"}});
  CHECK(has(far.body, "لا تُعرض صفحات أبعد من هذه"));
  CHECK_FALSE(has(far.body, "offset"));
  CHECK_FALSE(has(far.body, "تفاصيل تقنية"));
}

TEST_CASE("what is said of a query is Arabic on an Arabic page") {
  Site site;
  const std::vector<std::string> queries = {
      // Fields and dates
      "date:2018-99", "date:2019..2018", "date:(abc)", "date:()", "date:1600..1200", "date:1439",
      "date:\"15 آذار\"", "date:هههه", "عنوان:", "NOT عنوان: ميناء", "foo:ميناء", "عنوانن:ميناء",
      "عنوان :ميناء", "source:nowhere", "source:المرصدد", "category:x", "author:x", "agency:x",
      "source:أب*", "source:\"أب\"~3", "date:-2018 ميناء", "ميناء date:-2018", "عنوان:(",
      // Quotations and brackets
      "\"ميناء", "\"\" ميناء", "\"ميناء*\"", "\"ميناء سفن\"~", "ميناء)", "(ميناء", "() ميناء",
      std::string(200, '(') + "ميناء",
      // Operators and signs
      "ميناء AND", "AND ميناء", "ميناء OR", "ميناء NOT", "ميناء NEAR", "NEAR ميناء",
      "ميناء near/5 سفن", "ميناء NEAR سفن*", "=ميناء NEAR/3 سفن", "\"ميناء آمن\" NEAR/3 سفن",
      "ميناء أو سفن", "ميناء دون سفن", "ميناء + سفن", "ميناء AND +سفن", "= ميناء", "عنوان:=ميناء",
      "=عنوان:ميناء", "--ميناء", "!ميناء", "ميناء -5", "ميناء^2", "مين?اء", "*ميناء", "م*اء",
      "* ميناء", "~ميناء", "ميناء~", "ميناء ~ سفن", "-(ميناء", "م* ا* و*", "أو ميناء",
      "\"ميناء\" أو",
      // What has no end
      "AND", "()", "", "- + =", "ميناء" + std::string(60, ')')};
  for (const std::string& query : queries) {
    CAPTURE(query);
    const std::string page = site.get({}, {{"query", query}, {"source", "لا أحد"}}).body;
    CHECK_FALSE(has(page, "<span lang='en' dir='ltr'>"));
    CHECK(has(page, "<span>"));
  }
  using Given = std::vector<std::pair<std::string, std::string>>;
  for (const Given& given :
       {Given{{"from", "2018-02-30"}}, Given{{"to", "أمس"}},
        Given{{"from", "2019"}, {"to", "2018"}}, Given{{"sort", "best"}}, Given{{"group", "zz"}},
        Given{{"exact", "نعم"}}, Given{{"query", std::string(5'000, 'x')}},
        Given{{"category", "x"}, {"agency", "y"}}, Given(257, {"exclude-variant", "x"})}) {
    Given parameters = given;
    parameters.emplace(parameters.begin(), "query", "ميناء");
    CAPTURE(given.front().second);
    const std::string page = site.get({}, parameters).body;
    CHECK_FALSE(has(page, "<span lang='en' dir='ltr'>"));
    CHECK(has(page, "<span>"));
  }
}

TEST_CASE("what a message quotes is isolated, and the piece that is meant once more") {
  Site site;
  const char* const quoted = "<bdi>تاريخ:⟦<bdi>13-2018</bdi>⟧</bdi>";
  CHECK(
      has(site.get({}, {{"query", "تاريخ:13-2018"}}).body,
          std::string("لا يوجد تاريخ «<bdi>13-2018</bdi>» (عند الحرف <bdi>7</bdi> من «") + quoted));
  CHECK(has(site.get({}, {{"query", "تاريخ:13-2018"}, {"lang", "en"}}).body, quoted));
  const std::string names =
      site.get({}, {{"query", "ميناء source:\"إذاعة الساحلل\""}, {"source", "<i>"}}).body;
  CHECK(has(names, "لا مقالة مصدرها <bdi>إذاعة الساحلل</bdi>؛ ومن المصادر <bdi>"));
  CHECK(has(names, "لا مقالة مصدرها <bdi>&lt;i&gt;</bdi>."));
  CHECK_FALSE(has(names, "warraq-searcher"));
}

TEST_CASE("a message that is not known in Arabic is said to be English") {
  const auto said = [](Language language, std::string_view text) {
    Html html(language);
    html << Said{text};
    return html.take();
  };
  CHECK(said(Language::arabic, "no \u2068<b>\u2069") ==
        "<span lang='en' dir='ltr'>no <bdi>&lt;b&gt;</bdi></span>");
  CHECK(said(Language::arabic, "internal error") == "<span>خطأ داخلي.</span>");
  CHECK(said(Language::english, "internal error") ==
        "<span lang='en' dir='ltr'>internal error</span>");
}

TEST_CASE("variants are shown with links that leave them out and put them back") {
  std::vector<corpus::Article> spelt;
  for (const std::string day : {"الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة"}) {
    for (const std::string name : {"سالمنكو", "سالمينكو"}) {
      const std::string id = std::to_string(spelt.size());
      spelt.push_back(article(id, "", "أعلن الوزير يوري " + name + " استقالته مساء " + day));
    }
  }
  const TestArchive archive(spelt);
  ServeOptions options = options_of(archive);
  SearchResponder responder(options);
  const auto page = [&](const std::vector<std::pair<std::string, std::string>>& parameters,
                        std::vector<std::string> segments = {}) {
    HttpRequest request;
    request.method = "GET";
    request.segments = std::move(segments);
    for (const auto& [name, value] : parameters) request.parameters.add(name, value);
    return responder.answer(request).body;
  };
  const std::string query = "?query=%D8%B3%D8%A7%D9%84%D9%85%D9%86%D9%83%D9%88";
  const std::string excluded = "&amp;exclude-variant=" + percent_encoded("سالمينكو");
  const std::string shown = page({{"query", "سالمنكو"}});
  CHECK(has(shown, "12 مقالة"));
  CHECK(has(shown, "<a class='drop' href='/" + query + excluded +
                       "'><span class='visually-hidden'>لا تبحث عن <bdi>سالمينكو</bdi></span>"));
  const std::string without = page({{"query", "سالمنكو"}, {"exclude-variant", "سالمينكو"}});
  CHECK(has(without, "6 مقالات"));
  CHECK(has(without, "<ul id='excluded'><li><a href='/" + query + "'>"));
  CHECK(has(without, "<input type='hidden' name='exclude-variant' value='سالمينكو'>"));
  CHECK(has(without, "/articles/0" + query + excluded));
  CHECK(has(without, "&amp;query=%D8%B3%D8%A7%D9%84%D9%85%D9%86%D9%83%D9%88" + excluded));
  CHECK(has(page({{"query", "سالمنكو"}}, {"articles", "1"}), "<mark>سالمينكو</mark>"));
  CHECK_FALSE(has(page({{"query", "سالمنكو"}, {"exclude-variant", "سالمينكو"}}, {"articles", "1"}),
                  "<mark>سالمينكو</mark>"));
  CHECK(has(page({{"query", "سالمنكو"}, {"exclude-variant", "سالمينكو"}, {"lang", "en"}}),
            "<span class='visually-hidden'>Also search </span><bdi>سالمينكو</bdi>"));
}

TEST_CASE("a page beyond the last one links to the last") {
  Site site;
  const HttpAnswer beyond = site.get({}, {{"query", "ميناء"}, {"page", "900"}});
  CHECK(beyond.status == 200);
  CHECK(has(beyond.body, "لا نتائج في هذه الصفحة"));
  CHECK(has(beyond.body, "'>إلى الصفحة الأخيرة</a>"));
  CHECK_FALSE(has(beyond.body, "<nav id='pages'"));
  CHECK_FALSE(has(site.get({}, {{"query", "ميناء"}}).body, "إلى الصفحة الأخيرة"));
}

TEST_CASE("one word among Latin ones is not taken for Arabic typed on a Latin keyboard") {
  Site site;
  CHECK(has(site.get({}, {{"query", "ldkhx"}}).body, "<bdi>ميناء</bdi>"));
  CHECK(has(site.get({}, {{"query", "ldkhx رصيف"}}).body, "ميناء رصيف"));
  CHECK_FALSE(has(site.get({}, {{"query", "<script>ldkhx(1)</script>"}}).body, "ميناء"));
}

TEST_CASE("a range of numbers is written as its language does") {
  CHECK(range(1, 10, Language::arabic) == "من 1 إلى 10");
  CHECK(range(2012, 2018, Language::english) == "2012–2018");
  CHECK(range(5, 5, Language::arabic) == "5");
}

TEST_CASE("a page is fetched again only where the archive has changed") {
  Site site;
  const HttpAnswer first = site.get({}, {{"query", "ميناء"}});
  CHECK(has(header(first, "Content-Security-Policy"), "default-src 'none'"));
  CHECK(!has(header(first, "Content-Security-Policy"), "unsafe"));
  const std::string tag = header(first, "ETag");
  CHECK(site.get({}, {{"query", "ميناء"}}, tag).status == 304);
  CHECK(site.get({}, {{"query", "مكتبة"}}, tag).status == 200);
  site.archive.add({article("new", "ميناء جديد", "افتتح ميناء آخر.", "2020-01-01")});
  CHECK(site.get({}, {{"query", "ميناء"}}, tag).status == 200);
}

TEST_CASE("assets are kept by what they hold") {
  Site site;
  const std::string hash(page_css().hash);
  const HttpAnswer css = site.get({"assets", hash, "page.css"});
  CHECK(css.content_type == "text/css; charset=utf-8");
  CHECK(has(header(css, "Cache-Control"), "immutable"));
  CHECK(header(site.get({"assets", "old", "page.css"}), "Cache-Control") == "no-cache");
  CHECK(site.get({"assets", hash, "else"}).status == 404);
  CHECK(site.get({"else"}).status == 404);
  CHECK(has(site.get({}).body, "/assets/" + hash + "/page.css"));
}

}  // namespace warraq::tests
