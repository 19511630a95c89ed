// Articles like one.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/searcher/test_archive.h"

namespace {

using warraq::corpus::Article;
using warraq::searcher::Answer;
using warraq::searcher::SimilarRequest;
using warraq::tests::article;
using warraq::tests::TestArchive;
using Ids = std::vector<std::string>;

const std::string kStory =
    "أعلنت هيئة الأرصاد أن عاصفة رملية شديدة ستضرب السواحل الشرقية مساء الخميس، ودعت الصيادين إلى "
    "البقاء في المرافئ حتى صباح الجمعة، وقالت إن سرعة الرياح قد تبلغ تسعين كيلومترا في الساعة";

// A story, the same as another paper printed it, one like it, and others that are not.
TestArchive storms() {
  Article copy = article("copy", "عاصفة رملية تقترب من الساحل", kStory + " وفق البيان", "2019-05-02");
  copy.source = "الثانية";
  return TestArchive(
      {article("story", "عاصفة رملية على السواحل", kStory, "2019-05-01"), copy,
       article("like", "الأرصاد تحذر الصيادين من عاصفة", "قالت هيئة الأرصاد إن عاصفة جديدة تقترب من "
               "السواحل وإن على الصيادين ترك البحر", "2019-06-01"),
       article("less", "موسم الصيد يبدأ", "بدأ الصيادين موسم الصيد في المرافئ", "2020-01-01"),
       article("other", "افتتاح متحف", "افتتح المتحف أبوابه للزوار أمس", "2019-05-01")});
}

Ids ids(const Answer& answer) {
  Ids result;
  for (const auto& hit : answer.hits) result.push_back(hit.article.id);
  return result;
}

}  // namespace

TEST_CASE("articles of the same words come first, and near duplicates are left out") {
  const TestArchive archive = storms();
  const auto answer = archive.open().similar("story", {});
  REQUIRE(answer);
  CHECK(ids(*answer) == Ids{"like", "less"});
  CHECK(answer->total == 2);
  CHECK(answer->hits[0].rank == 1);
}

TEST_CASE("near duplicates come before all others where they are asked for") {
  const TestArchive archive = storms();
  SimilarRequest request;
  request.duplicates = true;
  CHECK(ids(*archive.open().similar("like", request)).front() != "like");
  const auto answer = archive.open().similar("copy", request);
  CHECK(ids(*answer) == Ids{"story", "like", "less"});
  CHECK(answer->total == 3);
}

TEST_CASE("similar articles have filters and pages") {
  const TestArchive archive = storms();
  SimilarRequest request;
  request.request.from = warraq::analyzers::Date{2020, 1, 1};
  CHECK(ids(*archive.open().similar("story", request)) == Ids{"less"});
  request = {};
  request.request.limit = 1;
  CHECK(ids(*archive.open().similar("story", request)) == Ids{"like"});
  request.request.offset = 1;
  const auto second = archive.open().similar("story", request);
  CHECK(ids(*second) == Ids{"less"});
  CHECK(second->hits[0].rank == 2);
  request.request.offset = 5;
  CHECK(archive.open().similar("story", request)->hits.empty());
}

TEST_CASE("no such article, and one that is like no other") {
  TestArchive archive = storms();
  CHECK_FALSE(archive.open().similar("none", {}));
  archive.add({article("alone", "", "قصيدة")});
  const auto answer = archive.open().similar("alone", {});
  REQUIRE(answer);
  CHECK(answer->hits.empty());
  CHECK(answer->total == 0);
  archive.remove("copy");
  CHECK_FALSE(archive.open().similar("copy", {}));
  SimilarRequest request;
  request.duplicates = true;
  CHECK(ids(*archive.open().similar("story", request)) == Ids{"like", "less"});
}
