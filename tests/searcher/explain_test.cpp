#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

#include "tests/searcher/test_archive.h"

namespace {

using warraq::searcher::ExplainedHit;
using warraq::searcher::ExplainedWord;
using warraq::searcher::Explanation;
using warraq::tests::article;
using warraq::tests::request_for;
using warraq::tests::TestArchive;

TestArchive news() {
  return TestArchive({article("1", "فوز الأهلي", "فاز الأهلي على الزمالك في نهائي الكأس"),
                      article("2", "مباراة الكأس", "قال مدرب الأهلي إن الفريق مستعد لنهائي الكأس"),
                      article("3", "طقس اليوم", "أمطار على الساحل"),
                      article("4", "مدرب الأهلي", "مدرب جديد في كأس العالم، والكأس غالية")});
}

const ExplainedWord& word_of(const Explanation& explanation, const std::string& word) {
  for (const ExplainedWord& each : explanation.words) {
    if (each.word == word) return each;
  }
  throw std::out_of_range(word);
}

}  // namespace

TEST_CASE("the parts of a score sum to it") {
  TestArchive archive = news();
  // A replaced article leaves its old version in the database: statistics and ids still hold.
  archive.add({article("1", "فوز الأهلي", "فاز الأهلي على الزمالك في نهائي الكأس الغالية")});
  for (const std::string query :
       {"الأهلي", "مدرب الكأس العالم", "\"نهائي الكأس\" مدرب", "=الكأس فوز",
        "=\"مدرب الأهلي\" الفريق", "على", "\"الأهلي على الزمالك\""}) {
    CAPTURE(query);
    const Explanation explanation = archive.open().explain(request_for(query));
    CHECK_FALSE(explanation.hits.empty());
    for (const ExplainedHit& hit : explanation.hits) {
      double sum = 0;
      for (const ExplainedHit::Part& part : hit.parts) {
        CHECK(part.score > 0);
        CHECK(part.occurrences > 0);
        sum += part.score;
      }
      CHECK(sum == doctest::Approx(hit.hit.score).epsilon(1e-9));
    }
  }
}

TEST_CASE("an explanation has the hits of the search") {
  const TestArchive archive = news();
  const auto request = request_for("مدرب الكأس");
  const auto answer = archive.open().search(request);
  const Explanation explanation = archive.open().explain(request);
  REQUIRE(explanation.hits.size() == answer.hits.size());
  for (std::size_t i = 0; i < answer.hits.size(); ++i) {
    CHECK(explanation.hits[i].hit.article.id == answer.hits[i].article.id);
    CHECK(explanation.hits[i].hit.score == answer.hits[i].score);
  }
}

TEST_CASE("an explanation shows every word at every level and what was searched") {
  const TestArchive archive = news();
  const Explanation explanation = archive.open().explain(request_for("الكَأس على"));
  const ExplainedWord& cup = word_of(explanation, "الكَأس");
  CHECK(cup.exact == "الكأس");
  CHECK(cup.normalised == "الكاس");
  CHECK(cup.stem == "كاس");
  CHECK_FALSE(cup.stop);
  REQUIRE(cup.terms.size() == 2);
  CHECK(cup.terms[0].level == "stem");
  CHECK(cup.terms[0].articles == 3);
  CHECK(cup.terms[0].weight == 1.0);
  const ExplainedWord& stop = word_of(explanation, "على");
  CHECK(stop.stop);
  CHECK(stop.terms.empty());
  CHECK(explanation.tree.find("[على]") != std::string::npos);
  CHECK(explanation.query == "الكَأس على");
  CHECK(explanation.total == 3);
  CHECK_FALSE(explanation.plan.empty());
  CHECK_FALSE(explanation.profile.empty());
}

TEST_CASE("what was read can be put again") {
  const TestArchive archive = news();
  for (const std::string query : {"(الأهلي OR الزمالك) AND \"نهائي الكأس\"~5",
                                  "+كأس* -\"طقس اليوم\" عنوان:مدرب", "مدرب) (الكأس"}) {
    CAPTURE(query);
    const Explanation first = archive.open().explain(request_for(query));
    const Explanation second = archive.open().explain(request_for(first.query));
    CHECK(second.query == first.query);
    CHECK(second.tree == first.tree);
    CHECK(second.total == first.total);
  }
}

TEST_CASE("a term is listed once, and a variant of several words among those of its word") {
  const TestArchive archive(
      {article("1", "", "قال عبد الله إن عبدالله سافر"), article("2", "", "سافر عبد الله أمس"),
       article("3", "", "وصل عبدالله اليوم"), article("4", "", "عاد عبد الله إلى بيته")});
  const Explanation explanation = archive.open().explain(request_for("عبدالله"));
  const auto& terms = word_of(explanation, "عبدالله").terms;
  const auto phrase = std::find_if(terms.begin(), terms.end(),
                                   [](const auto& term) { return term.level == "phrase"; });
  REQUIRE(phrase != terms.end());
  CHECK(phrase->term == "عبد الله");
  CHECK(phrase->articles == 3);
  const Explanation wordings = archive.open().explain(request_for("\"عبدالله سافر\""));
  for (const ExplainedWord& word : wordings.words) {
    std::set<std::pair<std::string, std::string>> seen;
    for (const auto& term : word.terms) CHECK(seen.emplace(term.level, term.term).second);
  }
}
