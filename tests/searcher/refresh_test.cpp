// What a searcher that stays open sees of the writers beside it, and when its requests end.
#include <doctest/doctest.h>

#include <chrono>
#include <ctime>
#include <string>

#include "indexer/archive/open_archive.h"
#include "tests/searcher/test_archive.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/error.h"
#include "warraq/indexer/indexer.h"

namespace {

using namespace warraq;
using std::chrono::milliseconds;
using std::chrono::steady_clock;
using tests::article;
using tests::request_for;
using tests::TestArchive;

std::uint64_t found(searcher::Searcher& searcher, std::string_view query) {
  return searcher.search(request_for(query)).total;
}

// Every pair of words side by side in every article: phrases cost the more.
std::vector<corpus::Article> long_articles() {
  constexpr int kArticles = 300;
  constexpr int kSentences = 300;
  std::vector<corpus::Article> result;
  for (int i = 0; i < kArticles; ++i) {
    std::string body;
    for (int j = 0; j < kSentences; ++j) {
      body += "اجتمع الوزراء في العاصمة وبحثوا أسعار القمح والنفط رقم " +
              std::to_string(j * (i + 1)) + ". ";
    }
    result.push_back(article("خبر-" + std::to_string(i), "اجتماع " + std::to_string(i), body));
  }
  return result;
}

// None of them stands anywhere: «النفط» is in no article but as «والنفط», which has its stem.
std::string many_phrases() {
  std::string query = "غائب";
  for (int i = 0; i < 300; ++i) {
    const std::string nearness = "\"~" + std::to_string(i + 5);
    query += " OR \"النفط اجتمع" + nearness + " OR \"النفط القمح" + nearness;
  }
  return query;
}

}  // namespace

TEST_CASE("what is committed is seen after a refresh, and not before") {
  TestArchive archive({article("1", "القمح", "وصلت شحنة القمح")});
  searcher::Searcher searcher = archive.open();
  const auto first = searcher.state();
  searcher.refresh();
  CHECK(searcher.state() == first);

  archive.add({article("2", "القمح", "ارتفع سعر القمح")});
  CHECK(found(searcher, "القمح") == 1);
  searcher.refresh();
  CHECK(found(searcher, "القمح") == 2);
  const auto added = searcher.state();
  CHECK_FALSE(added == first);

  archive.remove("1");
  searcher.refresh();
  CHECK(found(searcher, "القمح") == 1);
  CHECK_FALSE(searcher.state() == added);

  static_cast<void>(indexer::compact(archive.path(), {}));
  searcher.refresh();
  CHECK(searcher.state().live_revision == 0);
  CHECK(searcher.state().generation > added.generation);
  CHECK(found(searcher, "القمح") == 1);

  TestArchive other({article("3", "النفط", "ارتفع سعر النفط")});
  std::filesystem::remove_all(archive.path());
  std::filesystem::rename(other.path(), archive.path());
  searcher.refresh();
  CHECK(found(searcher, "النفط") == 1);
}

TEST_CASE("of commits that follow at once none is missed") {
  TestArchive archive({article("0", "القمح", "وصلت شحنة القمح")});
  searcher::Searcher searcher = archive.open();
  for (int i = 1; i <= 30; ++i) {
    archive.add({article(std::to_string(i), "القمح", "ارتفع سعر القمح")});
    searcher.refresh();
    REQUIRE(found(searcher, "القمح") == static_cast<std::uint64_t>(i) + 1);
  }
}

TEST_CASE("an archive is the latest until something is committed") {
  TestArchive archive({article("1", "القمح", "وصلت شحنة القمح")});
  archive::OpenArchive opened(archive.path(), analyzers::Analyzer().fingerprint());
  CHECK(opened.is_latest());
  CHECK(opened.is_latest());
  archive.add({article("2", "القمح", "ارتفع سعر القمح")});
  CHECK_FALSE(opened.is_latest());
  archive::OpenArchive added(archive.path(), analyzers::Analyzer().fingerprint());
  CHECK(added.is_latest());
  archive.remove("2");
  CHECK_FALSE(added.is_latest());
}

TEST_CASE("a refresh that fails leaves what was open") {
  TestArchive archive({article("1", "القمح", "وصلت شحنة القمح")});
  searcher::Searcher searcher = archive.open();
  std::filesystem::rename(archive.path() / "archive.json", archive.path() / "away.json");
  CHECK_THROWS_AS(searcher.refresh(), Error);
  CHECK(found(searcher, "القمح") == 1);
  std::filesystem::rename(archive.path() / "away.json", archive.path() / "archive.json");
  searcher.refresh();
  CHECK(found(searcher, "القمح") == 1);
}

TEST_CASE("a request ends at its deadline, whatever is asked") {
  TestArchive archive(long_articles());
  searcher::Searcher searcher = archive.open();
  searcher::Request request = request_for(many_phrases());
  const auto ends_in_time = [&](auto ask) {
    constexpr milliseconds kTime{5};
    constexpr int kTimeout = static_cast<int>(ErrorCode::timeout);
    // Processor time: others may work beside the tests.
    const std::clock_t begin = std::clock();
    request.deadline = steady_clock::now() + kTime;
    int code = 0;
    try {
      ask();
    } catch (const Error& error) {
      code = static_cast<int>(error.code());
    }
    CHECK(code == kTimeout);
    CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < 0.25);
  };
  ends_in_time([&] { static_cast<void>(searcher.search(request)); });
  ends_in_time([&] { static_cast<void>(searcher.explain(request)); });
  ends_in_time([&] { static_cast<void>(searcher.timeline(request, searcher::Interval::year)); });
  ends_in_time(
      [&] { static_cast<void>(searcher.facets(request, {searcher::FacetField::source}, 10)); });
  ends_in_time(
      [&] { static_cast<void>(searcher.for_each(request, {}, [](const auto&) { return true; })); });
  ends_in_time([&] {
    static_cast<void>(searcher.concordance(request, 5, {}, [](const auto&) { return true; }));
  });
  // And the next one is not ended by it.
  CHECK(found(searcher, "القمح") > 0);
}

TEST_CASE("a deadline that is not reached changes nothing") {
  TestArchive archive({article("1", "القمح", "وصلت شحنة القمح إلى الميناء")});
  searcher::Searcher searcher = archive.open();
  searcher::Request request = request_for("شحنه الميناء");
  const auto expected = searcher.search(request);
  request.deadline = steady_clock::now() + std::chrono::hours(1);
  const auto answer = searcher.search(request);
  CHECK(answer.total == expected.total);
  CHECK(answer.notes == expected.notes);
  CHECK(answer.suggestions.size() == expected.suggestions.size());
}
