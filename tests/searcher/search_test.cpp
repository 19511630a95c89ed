#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <xapian.h>

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/analyzers/random_text.h"
#include "tests/searcher/test_archive.h"
#include "warraq/error.h"

namespace {

using warraq::Error;
using warraq::ErrorCode;
using warraq::analyzers::Date;
using warraq::corpus::Article;
using warraq::searcher::Answer;
using warraq::searcher::Searcher;
using warraq::searcher::Sort;
using warraq::tests::article;
using warraq::tests::request_for;
using warraq::tests::TestArchive;
using Ids = std::vector<std::string>;

std::vector<Article> dated_articles() {
  return {article("2016", "", "سباق الخيل", "2016-05-01"),
          article("2018", "", "سباق الخيل والجمال", "2018-02-28"),
          article("2017", "", "سباق الخيل في المدينة القديمة", "2017-12-31"),
          article("none", "", "سباق الخيل سباق الخيل"),
          article("impossible", "", "سباق الخيل", "2018-02-31")};
}

ErrorCode code_of(const TestArchive& archive, const warraq::searcher::Request& request) {
  try {
    static_cast<void>(archive.open().search(request));
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode::internal;
}

std::string numbered(const std::string& text, int number) {
  return text + " رقم " + std::to_string(number);
}

// Reads all of a database, from its first posting to its last.
std::size_t count_postings(const Xapian::Database& database) {
  std::size_t count = 0;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    for (auto place = database.postlist_begin(*term); place != database.postlist_end(*term);
         ++place) {
      ++count;
    }
  }
  return count;
}

}  // namespace

TEST_CASE("any word finds, and articles with more of them come first") {
  const TestArchive archive({article("one", "", "فاز المنتخب أمس"),
                             article("two", "", "فاز المنتخب في المباراة أمس"),
                             article("none", "", "هطلت الأمطار أمس")});
  CHECK(archive.ids("المنتخب المباراة") == Ids{"two", "one"});
}

TEST_CASE("the same word ranks above its stem, and the title above the body") {
  const TestArchive words(
      {article("stem", "", "زار الوفد مكتبات الحي"), article("word", "", "زار الوفد مكتبة الحي")});
  CHECK(words.ids("مكتبة") == Ids{"word", "stem"});
  const TestArchive titles({article("body", "زيارة الوفد", "افتتاح مكتبة"),
                            article("title", "افتتاح مكتبة", "زيارة الوفد")});
  CHECK(titles.ids("مكتبة") == Ids{"title", "body"});
}

TEST_CASE("dates restrict, both days inclusive, and leave out articles without one") {
  const TestArchive archive(dated_articles());
  auto request = request_for("سباق");
  request.sort = Sort::oldest;
  request.from = Date{2017, 12, 31};
  CHECK(archive.ids(request) == Ids{"2017", "2018"});
  request.to = Date{2017, 12, 31};
  CHECK(archive.ids(request) == Ids{"2017"});
  request.from.reset();
  CHECK(archive.ids(request) == Ids{"2016", "2017"});
  request.from = Date{2018, 1, 1};
  CHECK(code_of(archive, request) == ErrorCode::query);
}

TEST_CASE("the order of dates puts articles without one last, either way") {
  const TestArchive archive(dated_articles());
  auto request = request_for("سباق");
  request.sort = Sort::newest;
  const Ids newest = archive.ids(request);
  REQUIRE(newest.size() == 5);
  CHECK(Ids(newest.begin(), newest.begin() + 3) == Ids{"2018", "2017", "2016"});
  request.sort = Sort::oldest;
  const Ids oldest = archive.ids(request);
  REQUIRE(oldest.size() == 5);
  CHECK(Ids(oldest.begin(), oldest.begin() + 3) == Ids{"2016", "2017", "2018"});
  // Among equals relevance decides.
  CHECK(newest[3] == oldest[3]);
  CHECK(newest[3] == "none");
}

TEST_CASE("sources and categories restrict, whatever their spelling") {
  std::vector<Article> articles = dated_articles();
  articles[0].source = "وكالة الأنباء";
  articles[1].source = "BBC";
  articles[1].category = "رياضة";
  const TestArchive archive(articles);
  auto request = request_for("سباق");
  request.sources = {"وكالة الانباء"};
  CHECK(archive.ids(request) == Ids{"2016"});
  request.sources.emplace_back("bbc");
  CHECK(archive.ids(request).size() == 2);
  request.categories = {"رياضه"};
  CHECK(archive.ids(request) == Ids{"2018"});
  request.categories = {"ثقافة"};
  CHECK(archive.ids(request).empty());
}

TEST_CASE("pages follow one another") {
  std::vector<Article> articles;
  articles.reserve(25);
  for (int i = 0; i < 25; ++i) {
    articles.push_back(article(std::to_string(i), "", "خبر رقم " + std::to_string(i)));
  }
  const TestArchive archive(articles);
  std::set<std::string> seen;
  auto request = request_for("خبر");
  for (request.offset = 0; request.offset < 30; request.offset += 10) {
    const Answer answer = archive.open().search(request);
    CHECK(answer.total == 25);
    CHECK(answer.total_is_exact);
    for (const auto& hit : answer.hits) {
      CHECK(hit.rank == seen.size() + 1);
      CHECK(seen.insert(hit.article.id).second);
      CHECK(hit.article.body.empty());
    }
  }
  CHECK(seen.size() == 25);
}

TEST_CASE("one version of an article is found, the last") {
  TestArchive archive({article("a", "", "نسخة قديمة من الخبر"), article("b", "", "الخبر الآخر"),
                       article("c", "", "الخبر الثالث"), article("d", "", "الخبر الرابع")});
  Searcher reader = archive.open();
  archive.add({article("a", "", "نسخة جديدة من الخبر"), article("e", "", "الخبر الخامس")});
  archive.remove("c");

  CHECK(reader.search(request_for("نسخة")).hits.at(0).snippets.at(0).text == "نسخة قديمة من الخبر");
  reader.refresh();
  const Answer answer = reader.search(request_for("الخبر"));
  std::set<std::string> ids;
  for (const auto& hit : answer.hits) CHECK(ids.insert(hit.article.id).second);
  CHECK(ids == std::set<std::string>{"a", "b", "d", "e"});
  CHECK(answer.total == 4);
  CHECK(archive.ids("قديمة").empty());
  CHECK(archive.ids("جديدة") == Ids{"a"});
  CHECK(archive.ids("الثالث").empty());
  CHECK(reader.get("a")->body == "نسخة جديدة من الخبر");
  CHECK_FALSE(reader.get("c"));
  // A superseded article is left out when exact phrases are settled, too.
  CHECK(archive.ids("=\"من الخبر\"") == Ids{"a"});
}

TEST_CASE("a reader that fell behind by several commits answers from the latest state") {
  // Large enough that its blocks are not all read when it is opened.
  std::vector<Article> articles;
  articles.reserve(500);
  for (int i = 0; i < 500; ++i) {
    articles.push_back(article("old" + std::to_string(i), "", numbered("خبر قديم", i)));
  }
  TestArchive archive({article("a", "", "خبر أول")});
  archive.add(articles);
  Searcher reader = archive.open();
  // A database of its own, opened at the same moment, shows that the commits below do take the
  // state of that moment away.
  const Xapian::Database bystander((archive.path() / "live").string());
  for (int i = 0; i < 3; ++i) {
    archive.add({article("new" + std::to_string(i), "", numbered("خبر لاحق", i))});
    archive.add(articles);
  }
  archive.remove("a");
  CHECK_THROWS_AS(count_postings(bystander), Xapian::DatabaseModifiedError);

  auto request = request_for("لاحق أول");
  const Answer answer = reader.search(request);
  std::set<std::string> ids;
  for (const auto& hit : answer.hits) ids.insert(hit.article.id);
  CHECK(ids == std::set<std::string>{"new0", "new1", "new2"});
  CHECK(answer.total == 3);
  CHECK(reader.get("new2"));
  CHECK_FALSE(reader.get("a"));
}

TEST_CASE("totals are exact, with filters and phrases and without") {
  std::vector<Article> articles;
  articles.reserve(1'500);
  for (int i = 0; i < 1'500; ++i) {
    articles.push_back(article(std::to_string(i), "", numbered("خبر مهم", i), "2018-01-01"));
    articles.back().source = i % 3 == 0 ? "الإذاعة" : "الصحيفة";
  }
  TestArchive archive(articles);
  // Every tenth is replaced by a version without the words.
  std::vector<Article> newer;
  newer.reserve(150);
  for (int i = 0; i < 1'500; i += 10) newer.push_back(article(std::to_string(i), "", "شيء آخر"));
  archive.add(newer);
  Searcher reader = archive.open();
  const auto total = [&](const warraq::searcher::Request& request) {
    const Answer answer = reader.search(request);
    return std::pair<std::uint64_t, bool>(answer.total, answer.total_is_exact);
  };

  auto request = request_for("خبر مهم");
  CHECK(total(request) == std::pair<std::uint64_t, bool>(1'350, true));
  request.from = Date{2018, 1, 1};
  CHECK(total(request) == std::pair<std::uint64_t, bool>(1'350, true));
  request.from.reset();
  request.sources = {"الإذاعة"};
  CHECK(total(request) == std::pair<std::uint64_t, bool>(450, true));
  request = request_for("\"خبر مهم\"");
  request.limit = 1;
  CHECK(total(request) == std::pair<std::uint64_t, bool>(1'350, true));
  request.limit = 2'000;
  const Answer all = reader.search(request);
  CHECK(all.hits.size() == 1'350);
  CHECK(all.total == 1'350);
  CHECK(all.total_is_exact);
}

TEST_CASE("an article comes back as it was given") {
  Article given = article("http://example.org/1", "عنوان", "سطر\nسطر آخر", "2018-01-01");
  given.source = "الصحيفة";
  given.extra.push_back({"tags", R"(["سياسة","تونس"])"});
  const TestArchive archive({given});
  const auto got = archive.open().get("http://example.org/1");
  REQUIRE(got);
  CHECK(*got == given);
  CHECK_FALSE(archive.open().get("http://example.org/2"));
  CHECK(archive.open().has("http://example.org/1"));
  CHECK_FALSE(archive.open().has("http://example.org/2"));
}

TEST_CASE("a query without a word is refused") {
  const TestArchive archive({article("a", "", "خبر")});
  for (const std::string text : {"", "   ", "؟!", "«»", "=", "\"،\"", "\xFF\xFE"}) {
    CAPTURE(text);
    CHECK(code_of(archive, request_for(text)) == ErrorCode::usage);
  }
}

TEST_CASE("any bytes are a query, or refused as one without a word") {
  const TestArchive archive({article("1", "نشرة", "قال محمد على إن سعر النفط 2,5 و CNN news"),
                             article("2", "", "الكتاب أ ف ب علي والمعلمات في G20")});
  Searcher searcher = archive.open();
  CHECK(rc::check("random queries", [&] {
    auto request = request_for(*warraq::analyzers::test::random_text());
    const auto marks = *rc::gen::elementOf(std::vector<std::string>{"", "=", "\"", "=\"", "«"});
    request.query = marks + request.query + *rc::gen::elementOf(std::vector<std::string>{"", "\""});
    request.exact = *rc::gen::arbitrary<bool>();
    request.syntax = *rc::gen::elementOf(std::vector<warraq::searcher::Syntax>{
        warraq::searcher::Syntax::plain, warraq::searcher::Syntax::query});
    try {
      RC_ASSERT(searcher.search(request).hits.size() <= 2);
    } catch (const Error& error) {
      RC_ASSERT(error.code() == ErrorCode::usage);
    }
  }));
}

TEST_CASE("pages beyond all hits are empty") {
  const TestArchive archive({article("1", "", "خبر")});
  auto request = request_for("خبر");
  request.offset = 4'000'000'000;
  request.limit = 4'000'000'000;
  CHECK(archive.open().search(request).hits.empty());
  request.offset = 0;
  CHECK(archive.ids(request).size() == 1);
  request.limit = 0;
  CHECK(archive.open().search(request).total == 1);
}

TEST_CASE("a query of ten thousand words is cut, and said to be") {
  const TestArchive archive({article("first", "", "كلمة0 هنا"), article("last", "", "كلمة9999")});
  std::string bag;
  for (int i = 0; i < 10'000; ++i) bag += "كلمات" + std::string(1, ' ') + std::to_string(i) + ' ';
  const Answer answer = archive.open().search(request_for(bag));
  REQUIRE_FALSE(answer.notes.empty());
  CHECK(answer.notes[0].find(std::to_string(Searcher::kMaxQueryWords)) != std::string::npos);
  const Answer phrase = archive.open().search(request_for("\"" + bag + "\""));
  CHECK(phrase.hits.empty());
  CHECK(phrase.notes.size() == 1);
}

TEST_CASE("a word longer than a term may be is found") {
  std::string word;
  for (int i = 0; i < 100'000; ++i) word += "م";
  const TestArchive archive({article("long", "", "قبلها " + word + " بعدها"),
                             article("longer", "", "قبلها " + word + "م بعدها")});
  CHECK(archive.ids("\"قبلها " + word + "\"") == Ids{"long"});
  CHECK(archive.ids("=" + word) == Ids{"long"});
}

TEST_CASE("an empty archive finds nothing, and says what it holds") {
  TestArchive archive({article("a", "", "خبر", "2018-01-01")});
  archive.remove("a");
  CHECK(archive.ids("خبر").empty());
  const auto info = archive.open().info();
  CHECK(info.articles == 0);
  CHECK_FALSE(info.first_date);
}

TEST_CASE("info counts each article once") {
  std::vector<Article> articles = dated_articles();
  for (Article& each : articles) each.source = "الصحيفة";
  articles[0].source = "الوكالة";
  TestArchive archive(articles);
  archive.add({articles[0]});
  const auto info = archive.open().info();
  CHECK(info.articles == 5);
  CHECK(info.superseded == 1);
  CHECK(info.live_articles == 1);
  CHECK(info.first_date == Date{2016, 5, 1});
  CHECK(info.last_date == Date{2018, 2, 28});
  REQUIRE(info.sources.size() == 2);
  CHECK(info.sources[0] == std::pair<std::string, std::uint64_t>{"الصحيفة", 4});
  CHECK(info.sources[1] == std::pair<std::string, std::uint64_t>{"الوكالة", 1});
  CHECK(info.bytes_on_disk > 0);
  CHECK(info.distinct_terms > 10);
}

TEST_CASE("an article whose stored text is cut makes a damaged archive, and the others are found") {
  TestArchive archive(dated_articles());
  archive.add({article("جديد", "", "سباق القوارب"), article("مقطوع", "", "سباق الدراجات")});
  {
    Xapian::WritableDatabase live((archive.path() / "live").string(), Xapian::DB_OPEN);
    Xapian::Document document = live.get_document(2);
    document.set_data(document.get_data().substr(0, 20));
    live.replace_document(2, document);
    live.commit();
  }
  try {
    static_cast<void>(archive.open().get("مقطوع"));
    FAIL("a cut text was read");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::no_archive);
    CHECK(std::string(error.what()).find("live, document 2") != std::string::npos);
  }
  CHECK(archive.finds("القوارب", "جديد"));
}

TEST_CASE("what is no archive is refused") {
  const warraq::tests::TempFolder folder;
  CHECK_THROWS_AS(Searcher(folder.path() / "absent.warraq"), Error);
  CHECK_THROWS_AS(Searcher{folder.path()}, Error);
}

TEST_CASE("page furniture is neither found nor quoted, and is kept") {
  std::vector<Article> articles;
  for (int number = 0; number < 12; ++number) {
    const std::string name = std::to_string(number);
    articles.push_back(article("page" + name, "خبر " + name,
                               "شارك الخبر\nافتتح المعرض رقم " + name + " أمس في القصر القديم"));
    articles.back().source = "المرصد";
  }
  articles.push_back(article("other", "", "شارك الوفد في الخبر"));
  const TestArchive archive(articles);
  CHECK(archive.ids("شارك") == Ids{"other"});
  CHECK(archive.ids("\"الخبر افتتح\"").empty());
  CHECK(archive.ids("القصر").size() == 10);
  const auto answer = archive.open().search(request_for("القصر 7"));
  REQUIRE(!answer.hits.empty());
  CHECK(answer.hits[0].article.id == "page7");
  REQUIRE(answer.hits[0].snippets.size() == 1);
  CHECK(answer.hits[0].snippets[0].text == "افتتح المعرض رقم 7 أمس في القصر القديم");
  const auto kept = archive.open().get("page7");
  REQUIRE(kept);
  CHECK(kept->body == articles[7].body);
}

TEST_CASE("hits have their day in one form, however it is written") {
  const TestArchive archive({article("hijri", "", "سباق الهجن", "12 ربيع الأول 1445هـ"),
                             article("time", "", "سباق القوارب", "2018-02-17T10:00:00Z"),
                             article("none", "", "سباق الخيل", "أمس")});
  std::map<std::string, std::string> dates;
  for (const auto& hit : archive.open().search(request_for("سباق")).hits) {
    dates[hit.article.id] = hit.article.date;
  }
  CHECK(dates == std::map<std::string, std::string>{
                     {"hijri", "2023-09-27"}, {"time", "2018-02-17T10:00:00Z"}, {"none", "أمس"}});
}
