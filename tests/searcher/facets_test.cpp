// Facets and timelines count what a reading of every article counts.
#include "warraq/searcher/facets.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "indexer/archive/columns.h"
#include "searcher/engine/calendar.h"
#include "tests/searcher/test_archive.h"
#include "warraq/error.h"
#include "warraq/indexer/indexer.h"
#include "warraq/searcher/searcher.h"

namespace {

using namespace warraq;
using searcher::Facet;
using searcher::FacetField;
using searcher::Interval;
using searcher::Request;
using searcher::Searcher;
using tests::TestArchive;

const std::vector<FacetField> kAllFields = {FacetField::source, FacetField::category,
                                            FacetField::author, FacetField::agency,
                                            FacetField::year,   FacetField::month};

// Names in their spellings; the last of each list is none.
using Spellings = std::vector<std::vector<std::string>>;
const Spellings kSources = {{"صحيفة الأخبار", "صحيفه الاخبار", "صَحِيفَة الأخبار"},
                            {"BBC", "bbc"},
                            {"إذاعة الساحل", "اذاعة الساحل"},
                            {"***"},
                            {""}};
const Spellings kAuthors = {{"هدى المصري", "هدي المصرى"}, {"سالم الطائي", "سالم الطائى"}, {""}};
const std::vector<std::string> kDates = {"2018-01-01", "2018-01-07",   "2018-01-08", "2018-12-31",
                                         "2019-01-01", "29 شباط 2020", "1503-06-01", "2199-12-31",
                                         "",           "أمس"};

std::size_t name_number(const Spellings& names, const std::string& name) {
  const auto found = std::find_if(names.begin(), names.end(), [&](const auto& spellings) {
    return std::find(spellings.begin(), spellings.end(), name) != spellings.end();
  });
  return static_cast<std::size_t>(found - names.begin());
}

const std::string& any_spelling(const Spellings& names, std::mt19937& random) {
  const auto& spellings = names[random() % names.size()];
  return spellings[random() % spellings.size()];
}

corpus::Article random_article(std::string id, std::mt19937& random) {
  corpus::Article result =
      tests::article(std::move(id), "نشرة", random() % 2 == 0 ? "أسعار النفط" : "أخبار الطقس",
                     kDates[random() % kDates.size()]);
  result.source = any_spelling(kSources, random);
  result.author = any_spelling(kAuthors, random);
  result.agency = any_spelling(kAuthors, random);
  return result;
}

/// An archive and what it should hold.
struct Model {
  std::map<std::string, corpus::Article> articles;

  [[nodiscard]] std::vector<const corpus::Article*> found(bool all, std::size_t source) const {
    std::vector<const corpus::Article*> result;
    for (const auto& [id, article] : articles) {
      if (!all && article.body != "أسعار النفط") continue;
      if (source < kSources.size() && name_number(kSources, article.source) != source) continue;
      result.push_back(&article);
    }
    return result;
  }
};

// Articles of each name, of each year or month; under 0 or "" those without.
std::map<std::size_t, std::uint64_t> count_names(
    const std::vector<const corpus::Article*>& articles, const Spellings& names,
    std::string corpus::Article::*field) {
  std::map<std::size_t, std::uint64_t> counts;
  for (const corpus::Article* article : articles) ++counts[name_number(names, article->*field)];
  return counts;
}

std::map<std::string, std::uint64_t> count_beginnings(
    const std::vector<const corpus::Article*>& articles, std::size_t letters) {
  std::map<std::string, std::uint64_t> counts;
  for (const corpus::Article* article : articles) {
    const auto day = analyzers::parse_date(article->date);
    ++counts[day ? day->iso().substr(0, letters) : std::string()];
  }
  return counts;
}

void check_names(const Facet& facet, std::map<std::size_t, std::uint64_t> expected,
                 const Spellings& names) {
  const std::size_t none = names.size() - 1;
  RC_ASSERT(facet.missing == expected[none]);
  expected.erase(none);
  RC_ASSERT(facet.distinct == expected.size());
  std::uint64_t before = facet.values.empty() ? 0 : facet.values.front().articles;
  std::map<std::size_t, std::uint64_t> counts;
  for (const auto& [value, articles] : facet.values) {
    RC_ASSERT(articles <= before);
    before = articles;
    counts[name_number(names, value)] += articles;
  }
  RC_ASSERT(counts == expected);
  RC_ASSERT(facet.values.size() == expected.size());
}

void check_days(const Facet& facet, std::map<std::string, std::uint64_t> expected) {
  RC_ASSERT(facet.missing == expected[""]);
  expected.erase("");
  RC_ASSERT(facet.distinct == expected.size());
  std::map<std::string, std::uint64_t> counts;
  for (const auto& [value, articles] : facet.values) {
    const bool is_in_order = counts.empty() || counts.rbegin()->first < value;
    RC_ASSERT(is_in_order);
    counts[value] = articles;
  }
  RC_ASSERT(counts == expected);
}

void check_facets(Searcher& searcher, const Request& request,
                  const std::vector<const corpus::Article*>& expected) {
  const auto result = searcher.facets(request, kAllFields, 0);
  RC_ASSERT(result.total == expected.size());
  check_names(result.facets[0], count_names(expected, kSources, &corpus::Article::source),
              kSources);
  RC_ASSERT(result.facets[1].values.empty());
  RC_ASSERT(result.facets[1].missing == expected.size());
  check_names(result.facets[2], count_names(expected, kAuthors, &corpus::Article::author),
              kAuthors);
  check_names(result.facets[3], count_names(expected, kAuthors, &corpus::Article::agency),
              kAuthors);
  check_days(result.facets[4], count_beginnings(expected, 4));
  check_days(result.facets[5], count_beginnings(expected, 7));
}

// The first day of the interval that a day is in, without a calendar of our own.
std::string first_day(const analyzers::Date& date, Interval interval) {
  const std::string iso = date.iso();
  if (interval == Interval::year) return iso.substr(0, 4) + "-01-01";
  if (interval == Interval::month) return iso.substr(0, 7) + "-01";
  if (interval == Interval::day) return iso;
  using namespace std::chrono;
  const sys_days day = year{date.year} / date.month / date.day;
  const year_month_day monday{day - (weekday{day} - Monday)};
  return analyzers::Date{static_cast<int>(monday.year()),
                         static_cast<int>(static_cast<unsigned>(monday.month())),
                         static_cast<int>(static_cast<unsigned>(monday.day()))}
      .iso();
}

using ByFirstDay = std::map<std::string, std::uint64_t>;

ByFirstDay count_intervals(const std::vector<const corpus::Article*>& articles, Interval interval) {
  ByFirstDay counts;
  for (const corpus::Article* article : articles) {
    const auto day = analyzers::parse_date(article->date);
    ++counts[day ? first_day(*day, interval) : std::string()];
  }
  return counts;
}

void check_timeline(Searcher& searcher, const Request& request, Interval interval,
                    const std::vector<const corpus::Article*>& found,
                    const std::vector<const corpus::Article*>& all) {
  ByFirstDay expected = count_intervals(found, interval);
  ByFirstDay totals = count_intervals(all, interval);
  const auto result = searcher.timeline(request, interval);
  RC_ASSERT(result.total == found.size());
  RC_ASSERT(result.undated == expected[""]);
  expected.erase("");
  for (std::size_t i = 0; i < result.intervals.size(); ++i) {
    const auto& each = result.intervals[i];
    const std::string first = each.first.iso();
    RC_ASSERT(each.articles == expected[first]);
    RC_ASSERT(each.total == totals[first]);
    RC_ASSERT(each.articles <= each.total);
    expected.erase(first);
    if (i == 0) continue;
    // Without a gap: the day before it is in the interval before.
    using namespace std::chrono;
    const sys_days day = year{each.first.year} / each.first.month / each.first.day;
    const year_month_day before{day - days{1}};
    RC_ASSERT(first_day({static_cast<int>(before.year()),
                         static_cast<int>(static_cast<unsigned>(before.month())),
                         static_cast<int>(static_cast<unsigned>(before.day()))},
                        interval) == result.intervals[i - 1].first.iso());
  }
  RC_ASSERT(expected.empty());
  if (!result.intervals.empty() && !request.from) {
    RC_ASSERT(result.intervals.front().articles > 0);
    RC_ASSERT(result.intervals.back().articles > 0);
  }
}

Request from_source(std::size_t source, std::string_view query) {
  Request request = tests::request_for(query);
  if (source < kSources.size() - 1) request.sources = {kSources[source].front()};
  return request;
}

corpus::Article dated(const std::string& id, const std::string& date) {
  return tests::article(id, "نشرة", "أسعار النفط", date);
}

int error_code_of(Searcher& searcher, const Request& request, Interval interval) {
  try {
    static_cast<void>(searcher.timeline(request, interval));
    return 0;
  } catch (const Error& error) {
    CHECK(error.hint().find("by week") != std::string::npos);
    return static_cast<int>(error.code());
  }
}

}  // namespace

TEST_CASE("facets and timelines count as a reading of every article does") {
  CHECK(rc::check(
      "shards, live/, versions and deletions; with columns and without",
      [](unsigned seed, bool without_file) {
        std::mt19937 random(seed);
        Model model;
        std::vector<corpus::Article> built;
        for (int i = 0; i < 40; ++i) built.push_back(random_article(std::to_string(i), random));
        TestArchive archive(built);
        for (auto& article : built) model.articles[article.id] = article;
        std::vector<corpus::Article> added;
        for (int i = 0; i < 10; ++i) {
          added.push_back(random_article(std::to_string(random() % 60), random));
        }
        archive.add(added);
        for (auto& article : added) model.articles[article.id] = article;
        for (const char* id : {"3", "17"}) {
          archive.remove(id);
          model.articles.erase(id);
        }
        if (without_file) {
          std::filesystem::remove(archive.path() / "shards/0001" / archive::kColumnsFile);
        }
        Searcher searcher = archive.open();
        for (const bool whole : {true, false}) {
          for (const std::size_t source : {std::size_t{0}, std::size_t{3}, kSources.size()}) {
            const auto expected = model.found(whole, source);
            const Request request = from_source(source, whole ? " " : "نفط");
            check_facets(searcher, request, expected);
            for (const Interval interval : {Interval::week, Interval::month, Interval::year}) {
              check_timeline(searcher, request, interval, expected, model.found(true, source));
            }
          }
        }
        Request recent = tests::request_for("نفط");
        recent.from = analyzers::parse_date("2018-01-01");
        recent.to = analyzers::parse_date("2020-12-31");
        std::vector<const corpus::Article*> expected;
        for (const corpus::Article* article : model.found(false, kSources.size())) {
          const auto day = analyzers::parse_date(article->date);
          if (day && *day >= *recent.from && *day <= *recent.to) expected.push_back(article);
        }
        check_facets(searcher, recent, expected);
        check_timeline(searcher, recent, Interval::day, expected,
                       model.found(true, kSources.size()));
      }));
}

TEST_CASE("the spelling of most articles stands for a name, and names are cut, not counts") {
  std::vector<corpus::Article> articles;
  for (const char* source :
       {"صحيفه الاخبار", "صحيفة الأخبار", "صحيفة الأخبار", "أ", "ب", "ب", "ب"}) {
    articles.push_back(dated(std::to_string(articles.size()), ""));
    articles.back().source = source;
  }
  const TestArchive archive(articles);
  Searcher searcher = archive.open();
  const auto result = searcher.facets(tests::request_for(""), {FacetField::source}, 2);
  REQUIRE(result.facets.size() == 1);
  const Facet& facet = result.facets[0];
  REQUIRE(facet.values.size() == 2);
  CHECK(facet.values[0].value == "ب");
  CHECK(facet.values[1].value == "صحيفة الأخبار");
  CHECK(facet.values[1].articles == 3);
  CHECK(facet.distinct == 3);
}

TEST_CASE("an answer's facets count all that is found, whatever page is shown") {
  std::vector<corpus::Article> articles;
  for (int i = 0; i < 30; ++i) {
    articles.push_back(dated(std::to_string(i), i % 3 == 0 ? "2018-05-01" : "2019-05-01"));
  }
  const TestArchive archive(articles);
  Request request = tests::request_for("النفط");
  request.limit = 2;
  request.facets = {FacetField::year, FacetField::source};
  const auto answer = archive.open().search(request);
  CHECK(answer.hits.size() == 2);
  REQUIRE(answer.facets.size() == 2);
  CHECK(answer.facets[0].values[0].value == "2018");
  CHECK(answer.facets[0].values[0].articles == 10);
  CHECK(answer.facets[0].values[1].articles == 20);
  CHECK(answer.facets[1].missing == 30);
}

TEST_CASE("facets and a timeline beside hits are those that are asked for alone") {
  std::vector<corpus::Article> articles;
  for (int i = 0; i < 40; ++i) {
    corpus::Article article = tests::article(
        std::to_string(i), "", i % 4 == 0 ? "مجلس الأمن يبحث الهدنة" : "الأمن في مجلس المدينة",
        i % 3 == 0 ? "2018-05-01" : "2018-07-01");
    article.source = i % 8 == 0 ? "وكالة" : "صحيفة";
    articles.push_back(article);
  }
  const TestArchive archive(articles);
  Searcher searcher = archive.open();
  for (const char* query : {"مجلس", "\"مجلس الأمن\"", "مجلس -هدنة", "=الأمن source:وكالة"}) {
    for (const searcher::Sort sort : {searcher::Sort::relevance, searcher::Sort::newest}) {
      for (const bool collapse : {false, true}) {
        CAPTURE(query);
        Request request = tests::request_for(query);
        request.sort = sort;
        request.collapse = collapse;
        request.limit = 3;
        const auto alone = searcher.timeline(request, Interval::month);
        const auto facets = searcher.facets(request, {FacetField::source}, 10);
        request.facets = {FacetField::source};
        request.timeline = Interval::month;
        const auto answer = searcher.search(request);
        REQUIRE(answer.timeline);
        CHECK(answer.timeline->total == alone.total);
        REQUIRE(answer.timeline->intervals.size() == alone.intervals.size());
        for (std::size_t i = 0; i < alone.intervals.size(); ++i) {
          CHECK(answer.timeline->intervals[i].articles == alone.intervals[i].articles);
          CHECK(answer.timeline->intervals[i].total == alone.intervals[i].total);
        }
        REQUIRE(answer.facets.front().values.size() == facets.facets.front().values.size());
        for (std::size_t i = 0; i < facets.facets.front().values.size(); ++i) {
          CHECK(answer.facets.front().values[i].articles ==
                facets.facets.front().values[i].articles);
        }
      }
    }
  }
}

TEST_CASE("an interval is chosen that can be looked at") {
  const auto chosen = [](const char* first, const char* last) {
    const TestArchive archive({dated("1", first), dated("2", last)});
    return archive.open().timeline(tests::request_for("نفط"), Interval::automatic).interval;
  };
  CHECK(chosen("2018-03-01", "2018-04-30") == Interval::day);
  CHECK(chosen("2018-03-01", "2018-12-31") == Interval::week);
  CHECK(chosen("2018-03-01", "2021-12-31") == Interval::month);
  CHECK(chosen("2001-03-01", "2021-12-31") == Interval::year);
  CHECK(chosen("1500-01-01", "2199-12-31") == Interval::year);
}

TEST_CASE("too many days are refused, and what would do is named") {
  const TestArchive archive({dated("1", "1500-01-01"), dated("2", "2199-12-31")});
  Searcher searcher = archive.open();
  CHECK(error_code_of(searcher, tests::request_for(""), Interval::day) ==
        static_cast<int>(ErrorCode::usage));
  CHECK(searcher.timeline(tests::request_for(""), Interval::month).intervals.size() == 700 * 12);
}

TEST_CASE("a timeline's totals are of the same names and days, and it is as long as these") {
  corpus::Article other = tests::article("4", "", "نص آخر", "2018-03-30");
  other.source = "وكالة";
  const TestArchive archive({tests::article("1", "", "غزة", "2018-03-10"),
                             tests::article("2", "", "نص", "2018-03-20"), other,
                             tests::article("3", "", "نص", "2018-05-02")});
  Searcher searcher = archive.open();
  Request request = tests::request_for("غزة");
  const auto totals = [&] {
    std::vector<std::uint64_t> result;
    for (const auto& each : searcher.timeline(request, Interval::month).intervals) {
      result.push_back(each.total);
    }
    return result;
  };
  CHECK(totals() == std::vector<std::uint64_t>{3});
  request.query = "غزة date:2018-03-15..2018-05";
  CHECK(totals().empty());
  request.query = "غزة date:2018-03-05..2018-05";
  CHECK(totals() == std::vector<std::uint64_t>{3, 0, 1});
  request.query = "غزة -source:وكالة date:2018-03..2018-03-25";
  CHECK(totals() == std::vector<std::uint64_t>{2});
  request.query = "غزة";
  request.from = analyzers::parse_date("2018-03-01");
  CHECK(totals() == std::vector<std::uint64_t>{3, 0, 1});
}

TEST_CASE("nothing found, and nothing with a date, is a timeline without intervals") {
  const TestArchive archive({dated("1", ""), dated("2", "غدا")});
  Searcher searcher = archive.open();
  const auto none = searcher.timeline(tests::request_for("زلزال"), Interval::automatic);
  CHECK(none.total == 0);
  CHECK(none.intervals.empty());
  const auto undated = searcher.timeline(tests::request_for(""), Interval::automatic);
  CHECK(undated.undated == 2);
  CHECK(undated.intervals.empty());
}

TEST_CASE("intervals follow one another over every day of the calendar") {
  for (const Interval interval : {Interval::day, Interval::week, Interval::month, Interval::year}) {
    using namespace std::chrono;
    std::int64_t last = searcher::interval_of(10'101, interval) - 1;
    const sys_days end = year{9999} / December / 31;
    for (sys_days day = year{1} / January / 1; day <= end; day += days{1}) {
      const year_month_day date{day};
      const auto number = static_cast<std::uint32_t>(static_cast<int>(date.year())) * 10'000 +
                          static_cast<unsigned>(date.month()) * 100 +
                          static_cast<unsigned>(date.day());
      const std::int64_t of = searcher::interval_of(number, interval);
      if (of == last) continue;
      const auto first = searcher::first_day_of(of, interval);
      const bool follows = of == last + 1 &&
                           static_cast<std::uint32_t>(first.year * 10'000 + first.month * 100 +
                                                      first.day) == number &&
                           (interval != Interval::week || weekday{day} == Monday);
      if (!follows) FAIL_CHECK(name_of(interval), " of ", number);
      last = of;
    }
  }
}

TEST_CASE("authors and agencies filter, in any spelling") {
  std::vector<corpus::Article> articles = {dated("1", ""), dated("2", ""), dated("3", "")};
  articles[0].author = "هدى المصري";
  articles[1].author = "سالم الطائي";
  articles[1].agency = "وكالة الضفاف";
  const TestArchive archive(articles);
  Request request = tests::request_for("نفط");
  request.authors = {"هدي المصرى"};
  CHECK(archive.ids(request) == std::vector<std::string>{"1"});
  request.authors.push_back("سالم الطائي");
  request.agencies = {"وكاله الضفاف"};
  CHECK(archive.ids(request) == std::vector<std::string>{"2"});
  request.agencies = {"وكالة أخرى"};
  const auto notes = archive.open().notes_on_filters(request);
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].find("no article has the agency") != std::string::npos);
}
