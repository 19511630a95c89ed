// Requests whose every bare word must be there.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/searcher/test_archive.h"

namespace {

using warraq::searcher::Request;
using warraq::searcher::Sort;
using warraq::tests::article;
using warraq::tests::TestArchive;
using Ids = std::vector<std::string>;

TestArchive archive() {
  return TestArchive(
      {article("both", "أسعار النفط", "ارتفعت الأسعار في السوق", "2019-01-02"),
       article("oil", "النفط", "تصدير النفط الخام", "2019-01-03"),
       article("prices", "", "أسعار الخضر في الأسواق", "2019-01-04"),
       article("apart", "", "تراجع سعر النفط، وسفن في الميناء على الرصيف", "2019-01-05")});
}

Ids found(const TestArchive& archive, Request request) {
  request.all_words = true;
  Ids ids = archive.ids(request);
  std::sort(ids.begin(), ids.end());
  return ids;
}

Ids found(const TestArchive& archive, const std::string& query) {
  return found(archive, warraq::tests::request_for(query));
}

}  // namespace

TEST_CASE("every word must be there, in any form") {
  const auto news = archive();
  CHECK(news.ids("أسعار النفط").size() == 4);
  CHECK(found(news, "أسعار النفط") == Ids{"both"});
  CHECK(found(news, "النفط") == Ids{"apart", "both", "oil"});
  CHECK(found(news, "النفط الجريدة").empty());
}

TEST_CASE("stop words are not required, unless there is nothing else") {
  const auto news = archive();
  CHECK(found(news, "على النفط في الميناء") == Ids{"apart"});
  CHECK(found(news, "النفط على") == Ids{"apart", "both", "oil"});
  CHECK(found(news, "في على") == Ids{"apart"});
}

TEST_CASE("of a word in parts the whole is required, however it is written") {
  const TestArchive news(
      {article("dotted", "", "نقلت أ.ف.ب الخبر"), article("joined", "", "نقلت أفب الخبر"),
       article("spaced", "", "نقلت أ ف ب الخبر"), article("one", "", "الفقرة أ من الخبر")});
  const Ids all = {"dotted", "joined", "spaced"};
  CHECK(found(news, "أ.ف.ب") == all);
  CHECK(found(news, "أفب الخبر") == all);
  CHECK(found(news, "أ.ف.ب والفقرة أ").empty());
  Request dated = warraq::tests::request_for("أ.ف.ب");
  dated.sort = Sort::newest;
  CHECK(found(news, dated) == all);
}

TEST_CASE("with phrases, exact forms, filters and the order of dates") {
  const auto news = archive();
  CHECK(found(news, "«سعر النفط» الميناء") == Ids{"apart"});
  CHECK(found(news, "«سعر النفط» أسواق").empty());
  Request exact = warraq::tests::request_for("أسعار النفط");
  exact.exact = true;
  CHECK(found(news, exact) == Ids{"both"});
  exact.query = "أسعار السوق الخام";
  CHECK(found(news, exact).empty());
  Request dated = warraq::tests::request_for("النفط");
  dated.from = warraq::analyzers::Date{2019, 1, 3};
  CHECK(found(news, dated) == Ids{"apart", "oil"});
  Request newest = warraq::tests::request_for("الأسعار في");
  newest.sort = Sort::newest;
  newest.all_words = true;
  CHECK(news.ids(newest) == Ids{"prices", "both"});
}

TEST_CASE("totals of bare words are exact, whatever the order and the page") {
  std::vector<warraq::corpus::Article> articles;
  articles.reserve(700);
  for (int i = 0; i < 700; ++i) {
    articles.push_back(
        article(std::to_string(i), "", i % 2 == 0 ? "أخبار النفط" : "أخبار السوق", "2019-01-02"));
  }
  const TestArchive news(articles);
  for (const Sort sort : {Sort::relevance, Sort::newest, Sort::oldest}) {
    Request request = warraq::tests::request_for("النفط ميناء");
    request.sort = sort;
    request.limit = 5;
    const auto answer = news.open().search(request);
    CHECK(answer.total == 350);
    CHECK(answer.total_is_exact);
  }
}
