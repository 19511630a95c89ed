// What the parts of a query language find, together and apart, in shards and in live/.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/archive/columns.h"
#include "indexer/archive/places.h"
#include "tests/searcher/test_archive.h"
#include "warraq/error.h"

namespace {

using warraq::corpus::Article;
using warraq::searcher::Answer;
using warraq::searcher::Explanation;
using warraq::searcher::Request;
using warraq::searcher::Sort;
using warraq::tests::article;
using warraq::tests::request_for;
using warraq::tests::TestArchive;
using Ids = std::vector<std::string>;

Article from(Article article, std::string source, std::string category, std::string author = {}) {
  article.source = std::move(source);
  article.category = std::move(category);
  article.author = std::move(author);
  return article;
}

std::vector<Article> built() {
  return {from(article("council", "مجلس الأمن يبحث ملف الهجرة",
                       "عقد مجلس الأمن جلسة عن الهجرة. وتحدث مندوب ليبيا عن السفن.", "2018-03-10"),
               "وكالة الميناء", "سياسة", "سلمى الحداد"),
          from(article("port", "افتتاح الميناء", "افتتح الوزير ميناء في تونس.", "2018-04-01"),
               "صحيفة الساحل", "اقتصاد"),
          from(article("books", "معرض الكتاب", "باع المعرض كتبا وكتابات قديمة، وزارته كاتبة.",
                       "2018-05-20"),
               "صحيفة الساحل", "ثقافة", "سلمى عبد الله"),
          from(article("security", "الأمن في المدينة", "قال رئيس مجلس المدينة إن الأمن مستقر.",
                       "2017-12-01"),
               "وكالة الأخبار", "سياسة"),
          article("gone", "مجلس الأمن", "خبر سحب عن مجلس الأمن وليبيا.", "2018-03-11")};
}

// In a shard and in live/: "port" has a new version, "gone" is deleted.
class News : public TestArchive {
 public:
  News() : TestArchive(built()) {
    add({from(article("port", "تأجيل الافتتاح", "أجل الوزير افتتاح الميناء في مصر.", "2018-04-02"),
              "صحيفة الساحل", "اقتصاد"),
         from(article("fleet", "سفن في ليبيا", "وصلت السفن إلى ليبيا ثم إلى مصر.", "2019-01-15"),
              "وكالة الميناء", "سياسة")});
    remove("gone");
  }
};

Ids sorted(Ids ids) {
  std::sort(ids.begin(), ids.end());
  return ids;
}

// The ids, and the total that says how many there are.
Ids found(const TestArchive& archive, const Request& request) {
  const Answer answer = archive.open().search(request);
  Ids ids;
  for (const auto& hit : answer.hits) ids.push_back(hit.article.id);
  CHECK(answer.total == ids.size());
  CHECK(answer.total_is_exact);
  return ids;
}

Ids found(const TestArchive& archive, const std::string& query) {
  Request request = request_for(query);
  request.variants = false;
  return sorted(found(archive, request));
}

}  // namespace

TEST_CASE("operators and signs") {
  const News archive;
  CHECK(found(archive, "ليبيا AND مصر") == Ids{"fleet"});
  CHECK(found(archive, "ليبيا OR مصر") == Ids{"council", "fleet", "port"});
  CHECK(found(archive, "ليبيا NOT مصر") == Ids{"council"});
  CHECK(found(archive, "ليبيا -مصر") == Ids{"council"});
  CHECK(found(archive, "+السفن مصر") == Ids{"council", "fleet"});
  CHECK(found(archive, "(ليبيا OR تونس) AND (السفن OR معرض)") == Ids{"council", "fleet"});
  CHECK(found(archive, "\"مجلس الأمن\" OR كتبا") == Ids{"books", "council"});
  CHECK(found(archive, "الأمن -\"مجلس الأمن\"") == Ids{"security"});
}

TEST_CASE("what a query only excludes leaves everything else, the newest first") {
  const News archive;
  Request request = request_for("-ليبيا");
  CHECK(found(archive, request) == Ids{"books", "port", "security"});
  request.sort = Sort::oldest;
  CHECK(found(archive, request) == Ids{"security", "port", "books"});
  CHECK(found(archive, request_for("date:2018")) == Ids{"books", "port", "council"});
  CHECK(archive.open().search(request_for("-ليبيا")).hits.at(0).score == 0);
}

TEST_CASE("required parts find, and bare words beside them rank") {
  const News archive;
  CHECK(found(archive, request_for("title:معرض كتاب")) == Ids{"books"});
  CHECK(found(archive, request_for("+(الوزير كتاب) كتابات")) == Ids{"books", "port"});
  CHECK(found(archive, "source:الساحل +كتبا") == Ids{"books"});
  Request request = request_for("source:الساحل مصر");
  request.all_words = true;
  CHECK(found(archive, request) == Ids{"port"});
}

TEST_CASE("beside names, days and what is excluded, bare words find") {
  const News archive;
  CHECK(found(archive, "source:الساحل مصر") == Ids{"port"});
  CHECK(found(archive, "source:الساحل") == Ids{"books", "port"});
  CHECK(found(archive, "(source:الساحل OR source:الميناء) مصر") == Ids{"fleet", "port"});
  CHECK(found(archive, "مصر كتاب date:2018") == Ids{"books", "port"});
  CHECK(found(archive, "مصر كتاب -source:الساحل") == Ids{"fleet"});
  CHECK(found(archive, "مصر (NOT source:الساحل)") == Ids{"fleet"});
}

TEST_CASE("fields restrict words and phrases") {
  const News archive;
  CHECK(found(archive, "title:ليبيا") == Ids{"fleet"});
  CHECK(found(archive, "body:الافتتاح") == Ids{"port"});
  CHECK(found(archive, "body:سفن") == Ids{"council", "fleet"});
  CHECK(found(archive, "title:\"مجلس الأمن\"") == Ids{"council"});
  CHECK(found(archive, "body:\"معرض الكتاب\"").empty());
  CHECK(found(archive, "title:كتا*") == Ids{"books"});
  CHECK(found(archive, "title:=الأمن") == Ids{"council", "security"});
}

TEST_CASE("names by their words, and dates") {
  const News archive;
  CHECK(found(archive, "source:الميناء") == Ids{"council", "fleet"});
  CHECK(found(archive, "source:=\"وكالة الميناء\"") == Ids{"council", "fleet"});
  CHECK(found(archive, "source:=\"الميناء\"").empty());
  CHECK(found(archive, "author:سلمى") == Ids{"books", "council"});
  CHECK(found(archive, "author:\"عبد الله\"") == Ids{"books"});
  CHECK(found(archive, "category:سياسه -source:الميناء") == Ids{"security"});
  CHECK(found(archive, "date:2018-03..2018-04") == Ids{"council", "port"});
  CHECK(found(archive, "date:2019..") == Ids{"fleet"});
  CHECK(found(archive, "الأمن date:..2017") == Ids{"security"});
  Request request = request_for("ليبيا");
  request.authors = {"سلمى الحداد"};
  CHECK(found(archive, request) == Ids{"council"});
}

TEST_CASE("prefixes find by stems, and longer letters by the words themselves") {
  const News archive;
  CHECK(found(archive, "كتا*") == Ids{"books"});
  CHECK(found(archive, "كاتب*") == Ids{"books"});
  // The stem of الميناء is shorter than these letters.
  CHECK(found(archive, "المين*") == Ids{"port"});
  CHECK(found(archive, "مين*") == Ids{"port"});
  CHECK(found(archive, "=افت*") == Ids{"port"});
  CHECK(found(archive, "خنف*").empty());
  // Stop words are not meant.
  CHECK(found(archive, "إل*") == found(archive, "إل* -خنفشار"));
  CHECK(found(archive, "ليبيا +سف*") == Ids{"council", "fleet"});
}

TEST_CASE("a prefix that is there again changes nothing") {
  const News archive;
  const auto scores = [&](const std::string& query) {
    std::vector<std::pair<std::string, double>> result;
    for (const auto& hit : archive.open().search(request_for(query)).hits) {
      result.emplace_back(hit.article.id, hit.score);
    }
    return result;
  };
  const auto once = scores("المين* كتا*");
  CHECK(once.size() == 2);
  CHECK(scores("المين* كتا* المين* كتا* (المين* OR كتا*)") == once);
  CHECK(found(archive, "+المين* +مين* +المين*") == found(archive, "المين*"));
  CHECK(found(archive, "المين* -المين*").empty());
  CHECK(found(archive, "كتا* -المين* كتا*") == found(archive, "كتا*"));
  CHECK(found(archive, "title:كتا* OR كتا*") == found(archive, "كتا*"));
}

TEST_CASE("files that are missing change nothing but the time it takes") {
  const News archive;
  const std::vector<std::string> queries = {"كتا*",      "المين*", "=افت*",       "\"مجلس الأمن\"",
                                            "date:2018", "=الأمن", "author:سلمى", "title:مج*"};
  std::vector<Ids> with;
  for (const std::string& query : queries) with.push_back(found(archive, query));
  for (const auto& file : std::filesystem::directory_iterator(archive.path() / "shards/0001")) {
    if (file.path().extension() == ".warraq") std::filesystem::remove(file);
  }
  for (std::size_t i = 0; i < queries.size(); ++i) {
    CAPTURE(queries[i]);
    CHECK(found(archive, queries[i]) == with[i]);
  }
}

TEST_CASE("stop words are passed over, unless an operator or nothing else asks for them") {
  const News archive;
  CHECK(found(archive, "في تونس").empty());
  CHECK(found(archive, "\"الأمن في\"") == Ids{"security"});
  CHECK(found(archive, "الأمن AND في") == Ids{"security"});
  CHECK(found(archive, "ليبيا +ثم") == Ids{"fleet"});
}

TEST_CASE("pages of any query follow one another, in either order") {
  std::vector<Article> articles;
  for (int i = 0; i < 60; ++i) {
    const std::string number = std::to_string(i);
    articles.push_back(article(number, i % 3 == 0 ? "سفن الميناء" : "خبر",
                               "دخلت سفن الميناء رقم " + number,
                               "2018-01-" + std::to_string(10 + i % 20)));
  }
  const TestArchive archive(articles);
  for (const Sort sort : {Sort::relevance, Sort::newest, Sort::oldest}) {
    for (const std::string query : {"\"سفن الميناء\" خبر", "-title:سفن", "سفن OR خبر"}) {
      CAPTURE(query);
      Request request = request_for(query);
      request.sort = sort;
      request.limit = 1'000;
      const Ids all = found(archive, request);
      Ids paged;
      request.limit = 7;
      for (request.offset = 0; request.offset < 70; request.offset += 7) {
        const Answer answer = archive.open().search(request);
        CHECK(answer.total == all.size());
        for (const auto& hit : answer.hits) {
          CHECK(hit.rank == paged.size() + 1);
          paged.push_back(hit.article.id);
        }
      }
      CHECK(paged == all);
    }
  }
}

TEST_CASE("what is excluded is not highlighted, and a field's words in that field alone") {
  const News archive;
  const auto marks = [&](const std::string& query) {
    Answer answer = archive.open().search(request_for(query));
    REQUIRE(answer.hits.size() == 1);
    return answer.hits.front();
  };
  const auto council = marks("title:الأمن +ليبيا");
  REQUIRE(council.title_highlights.size() == 1);
  REQUIRE(council.snippets.size() == 1);
  const auto& snippet = council.snippets.front();
  REQUIRE(snippet.highlights.size() == 1);
  const auto [begin, end] = snippet.highlights.front();
  CHECK(snippet.text.substr(begin, end - begin) == "ليبيا");
}

TEST_CASE("the parts of a score sum to it, and the plan says how many each part finds") {
  const News archive;
  for (const std::string query :
       {"\"مجلس الأمن\" OR ليبيا", "title:الأمن رئيس", "body:سفن مصر", "كتا* معرض", "المين* مصر",
        "+=الأمن -تونس", "source:الميناء سفن", "\"السفن ليبيا\"~5 وصلت"}) {
    CAPTURE(query);
    const Explanation explanation = archive.open().explain(request_for(query));
    CHECK_FALSE(explanation.hits.empty());
    for (const auto& hit : explanation.hits) {
      double sum = 0;
      for (const auto& part : hit.parts) sum += part.score;
      CHECK(sum == doctest::Approx(hit.hit.score).epsilon(1e-9));
    }
  }
  const Explanation explanation = archive.open().explain(request_for("ليبيا AND NOT مصر"));
  CHECK(explanation.tree == "+all-of(ليبيا) -all-of(مصر)");
  CHECK(explanation.plan ==
        "all of: 1\n  all-of(ليبيا): 2 by Zليبيا\n  not: 3\n    all-of(مصر): 2 by Zمصر");
}

TEST_CASE("a thousand alternatives are answered in good time") {
  const News archive;
  std::string query = "ليبيا";
  for (int i = 0; i < 2'000; ++i) query += " OR source:كلمة" + std::to_string(i);
  CHECK(found(archive, query) == Ids{"council", "fleet"});
  std::string nested = "ليبيا";
  for (int i = 0; i < 90; ++i) nested = "(" + nested + " AND NOT مصر" + std::to_string(i) + ")";
  CHECK(found(archive, nested) == Ids{"council", "fleet"});
}
