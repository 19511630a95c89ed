// What is offered where a query finds too little, through the library.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/analyzers/random_text.h"
#include "tests/searcher/test_archive.h"
#include "warraq/error.h"
#include "warraq/searcher/searcher.h"

namespace {

using warraq::searcher::Answer;
using warraq::searcher::Request;
using warraq::searcher::Searcher;
using warraq::searcher::suggested_request;
using warraq::searcher::Suggestion;
using warraq::tests::article;
using warraq::tests::request_for;
using warraq::tests::TestArchive;
using Kind = Suggestion::Kind;

class News {
 public:
  News() {
    // Some of it in live/.
    archive_.add({article("b1", "مهرجان السينما", "افتتح مهرجان السينما في قرطاج.", "2021-05-05")});
  }

  [[nodiscard]] Searcher open() const { return archive_.open(); }

 private:
  static std::vector<warraq::corpus::Article> articles() {
    std::vector<warraq::corpus::Article> result = {
        article("a1", "مجلس الأمن يبحث الصراع", "عقد مجلس الأمن جلسة عن الصراع على المياه.",
                "2018-03-01"),
        article("a2", "انتخابات البلديات", "جرت انتخابات البلديات في مستشفى ومدرسة، وفق النظام.",
                "2018-04-02"),
        article("a3", "أزمة كهرباء", "انقطعت كهرباء المدينة، وقال مسؤول إن الأمن مستتب.",
                "2019-01-05"),
        article("a4", "شركة google", "أعلنت google برنامجا لتعليم البرمجة في ميناء جدة.",
                "2019-06-07"),
        article("a5", "ميناء المدينة", "أعاد العمال فتح الميناء، ثم أغلق المجلس باب الأمن.",
                "2020-02-02"),
    };
    result[0].source = "المرصد";
    result[1].source = "الساحل";
    return result;
  }

  TestArchive archive_{articles()};
};

const News& news() {
  static const News result;
  return result;
}

Answer ask(const Request& request) { return news().open().search(request); }
Answer ask(std::string_view query) { return ask(request_for(query)); }

Suggestion first(std::string_view query) {
  const Answer answer = ask(query);
  INFO(query);
  REQUIRE(!answer.suggestions.empty());
  return answer.suggestions.front();
}

bool offers(const Answer& answer, std::string_view query) {
  return std::any_of(answer.suggestions.begin(), answer.suggestions.end(),
                     [&](const Suggestion& each) { return each.query == query; });
}

}  // namespace

TEST_CASE("a word of no article is offered as the archive spells it") {
  CHECK(first("مسءول").query == "مسؤول");        // the hamza's seat
  CHECK(first("مستشفا").query == "مستشفى");      // alef for alef maqsura
  CHECK(first("كهربا").query == "كهرباء");       // no hamza
  CHECK(first("ازمت").query == "أزمة");          // ta for ta marbuta
  CHECK(first("انتخابت").query == "انتخابات");   // a vowel too few
  CHECK(first("البدليات").query == "البلديات");  // two letters changed places
  CHECK(first("الصصراعع").query == "الصراع");    // doubled
  CHECK(first("النضام").query == "النظام");      // sounds the same
  CHECK(first("مهرجال").query == "مهرجان");      // of live/
  const Suggestion suggestion = first("مسءول");
  CHECK(suggestion.kind == Kind::spelling);
  CHECK(suggestion.replaced == "مسءول");
  CHECK(suggestion.replacement == "مسؤول");
  CHECK(suggestion.articles == 1);
  CHECK(suggestion.without.empty());
}

TEST_CASE("spellings that are searched alike need no suggestion") {
  for (const char* query : {"إنتخابات", "مدرسه", "مستشفي", "مجلس", "«مجلس الامن»"}) {
    const Answer answer = ask(query);
    CHECK_MESSAGE(answer.total > 0, query);
    CHECK_MESSAGE(answer.suggestions.empty(), query);
  }
}

TEST_CASE("spellings of one name are one suggestion") {
  std::vector<warraq::corpus::Article> articles;
  for (const std::string day : {"الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة"}) {
    for (const std::string name : {"سالمنكو", "سالمينكو"}) {
      articles.push_back(article(
          name + day, "",
          "قال الوزير البيلاروسي يوري " + name + " في مؤتمر صحفي عقد في مينسك مساء " + day));
    }
  }
  const TestArchive archive(articles);
  const Answer answer = archive.open().search(request_for("سالمينككو"));
  REQUIRE(answer.suggestions.size() == 1);
  CHECK(answer.suggestions[0].query == "سالمينكو");
  CHECK(answer.suggestions[0].articles == 12);
}

TEST_CASE("spaces too few and too many") {
  CHECK(first("مجلسالأمن").query == "\"مجلس الأمن\"");
  CHECK(first("مجلسالأمن").kind == Kind::space);
  CHECK(first("مجلسالأمن").articles == 1);
  CHECK(first("كهر باء المدينة").query == "كهرباء المدينة");
  CHECK(first("كهر باء المدينة").replaced == "كهر باء");
  CHECK(first("\"كهر باء المدينة\"").query == "\"كهرباء المدينة\"");
}

TEST_CASE("a keyboard in the wrong layout") {
  CHECK(first("hgwvhu").query == "الصراع");
  CHECK(first("hgwvhu").kind == Kind::keyboard);
  CHECK(first("l[gs hgHlk").query == "مجلس الأمن");
  CHECK(first("مهرجان rv'h[").query == "مهرجان قرطاج");
  CHECK(first("لخخلمث").query == "google");
  CHECK(first("googel").query == "google");
}

TEST_CASE("a word is put right where it stands, whatever stands around it") {
  CHECK(first("title:انتخابت").query == "title:انتخابات");
  CHECK(first("+انتخابت -قرطاج").query == "+انتخابات -قرطاج");
  CHECK(first("\"مجلص الأمن\"").query == "\"مجلس الأمن\"");
  CHECK(first("=انتخابت").query == "=انتخابات");
  CHECK(first("=إنتخابات").query == "=انتخابات");
  CHECK(first("انتخابت AND البلدييات").query == "انتخابات AND البلديات");
}

TEST_CASE("one word of several that no article has is offered beside the hits") {
  const Answer answer = ask("مجلس الصرراخع");
  CHECK(answer.total == 2);
  CHECK(answer.hits.size() == 2);
  CHECK(offers(answer, "مجلس الصراع"));
  for (const Suggestion& each : answer.suggestions) CHECK(each.kind == Kind::spelling);
}

TEST_CASE("fewer words, where all of them find nothing") {
  Answer answer = ask("+كهرباء +قرطاج +السينما");
  REQUIRE(answer.total == 0);
  CHECK(answer.hits.empty());
  CHECK(offers(answer, "+قرطاج +السينما"));
  answer = ask("كهرباء AND قرطاج");
  CHECK(offers(answer, "كهرباء"));
  CHECK(offers(answer, "كهرباء قرطاج"));
  CHECK_FALSE(offers(answer, "زقزوق"));
  Request all = request_for("كهرباء قرطاج");
  all.all_words = true;
  answer = ask(all);
  REQUIRE(!answer.suggestions.empty());
  CHECK(answer.suggestions.front().kind == Kind::fewer_words);
  CHECK(answer.suggestions.back().without == std::vector<std::string>{"all"});
  CHECK(answer.suggestions.back().articles == 2);
}

TEST_CASE("a phrase's words anywhere, where they stand nowhere side by side") {
  const Answer answer = ask("\"مجلس المياه\"");
  REQUIRE(answer.total == 0);
  REQUIRE(!answer.suggestions.empty());
  CHECK(offers(answer, "مجلس AND المياه"));
  CHECK(answer.suggestions.front().replaced == "\"مجلس المياه\"");
}

TEST_CASE("fields, names and filters that leave nothing") {
  CHECK(offers(ask("title:قرطاج"), "قرطاج"));
  CHECK(offers(ask("+قرطاج source:المرصد"), "+قرطاج"));
  CHECK(offers(ask("+قرطاج date:2018"), "+قرطاج"));
  Request request = request_for("الصراع");
  request.sources = {"الساحل"};
  request.from = warraq::analyzers::Date{2018, 1, 1};
  Suggestion suggestion = ask(request).suggestions.at(0);
  CHECK(suggestion.kind == Kind::no_filter);
  CHECK(suggestion.query == "الصراع");
  CHECK(suggestion.without == std::vector<std::string>{"source"});
  CHECK(suggestion.articles == 1);
  request.from = warraq::analyzers::Date{2019, 1, 1};
  suggestion = ask(request).suggestions.at(0);
  CHECK(suggestion.without == std::vector<std::string>{"from", "source"});
}

TEST_CASE("nothing is offered that finds nothing, and nothing on request") {
  CHECK(ask("زقزوق").suggestions.empty());
  CHECK(ask("\"زقزوق زقازيق\"").suggestions.empty());
  Request request = request_for("مسءول");
  request.suggestions = false;
  CHECK(ask(request).suggestions.empty());
  CHECK(ask(std::string(100'000, 'a')).suggestions.empty());
}

TEST_CASE("with relax the first suggestion is searched, and said to be") {
  Request request = request_for("مسسؤول");
  request.relax = true;
  const Answer answer = ask(request);
  REQUIRE(answer.relaxed);
  CHECK(answer.relaxed->query == "مسؤول");
  CHECK(answer.total == 1);
  CHECK(answer.hits.at(0).article.id == "a3");
  CHECK(answer.suggestions.front().query == "مسؤول");
  // Where something is found, that is the answer.
  request.query = "مجلس الصرراخع";
  CHECK_FALSE(ask(request).relaxed);
  request.query = "زقزوق";
  CHECK_FALSE(ask(request).relaxed);
  CHECK(ask(request).hits.empty());
}

TEST_CASE("every suggestion finds as many articles as it says, whatever was asked") {
  Searcher searcher = news().open();
  const auto piece = rc::gen::elementOf(std::vector<std::string>{"مجلس",
                                                                 "الأمن",
                                                                 "مسءول",
                                                                 "انتخابت",
                                                                 "كهر",
                                                                 "باء",
                                                                 "قرطاج",
                                                                 "+",
                                                                 "-",
                                                                 "\"",
                                                                 " AND ",
                                                                 " OR ",
                                                                 "(",
                                                                 ")",
                                                                 "=",
                                                                 "title:",
                                                                 "source:المرصد ",
                                                                 "date:2018 ",
                                                                 "hgwvhu",
                                                                 "مجلسالأمن",
                                                                 "*",
                                                                 "في",
                                                                 "google",
                                                                 "2018",
                                                                 "~5",
                                                                 " ",
                                                                 " "});
  CHECK(rc::check("counts of suggestions", [&] {
    Request request;
    request.query =
        *rc::gen::oneOf(rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                                     [](const std::vector<std::string>& pieces) {
                                       std::string text;
                                       for (const std::string& each : pieces)
                                         text += each + (text.size() % 3 == 0 ? " " : "");
                                       return text;
                                     }),
                        warraq::analyzers::test::random_text());
    request.all_words = *rc::gen::arbitrary<bool>();
    request.exact = *rc::gen::arbitrary<bool>();
    if (*rc::gen::arbitrary<bool>()) request.from = warraq::analyzers::Date{2019, 1, 1};
    Answer answer;
    try {
      answer = searcher.search(request);
    } catch (const warraq::Error&) {
      RC_DISCARD("no query");
    }
    RC_ASSERT(answer.suggestions.size() <= 5U);
    for (const Suggestion& each : answer.suggestions) {
      RC_ASSERT(each.articles > 0U);
      RC_ASSERT(searcher.search(suggested_request(request, each)).total == each.articles);
    }
  }));
}
