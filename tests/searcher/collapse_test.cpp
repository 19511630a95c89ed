// Of near duplicates one hit stands for all.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/searcher/test_archive.h"
#include "warraq/searcher/searcher.h"

namespace {

using namespace warraq;
using searcher::Answer;
using searcher::Hit;
using searcher::Request;
using tests::TestArchive;

// A story of twenty words that no other number's shares shingles with.
std::string story(unsigned number) {
  std::mt19937 random(number);
  std::string text = "النفط";
  for (int i = 0; i < 20; ++i) text += " كلمة" + std::to_string(random() % 100'000);
  return text;
}

corpus::Article printed(const std::string& id, unsigned number, const std::string& source) {
  corpus::Article result = tests::article(id, number % 2 == 0 ? "النفط" : "نشرة", story(number));
  result.source = source;
  return result;
}

Request collapsed(std::size_t limit, std::size_t offset) {
  Request request = tests::request_for("النفط");
  request.collapse = true;
  request.duplicate_groups = true;
  request.limit = limit;
  request.offset = offset;
  return request;
}

std::vector<std::string> ids_of(const Answer& answer) {
  std::vector<std::string> result;
  for (const Hit& hit : answer.hits) result.push_back(hit.article.id);
  return result;
}

}  // namespace

TEST_CASE("near duplicates are one hit, that says where else they stand") {
  TestArchive archive({printed("أ-1", 1, "صحيفة الضفاف"), printed("ب-1", 1, "صحيفة الساحل"),
                       printed("ب-2", 2, "صحيفة الساحل"), printed("أ-1ب", 1, "صحيفه الضفاف")});
  archive.add({printed("ج-1", 1, "إذاعة الوادي")});  // in live/, of the shard's group
  const Answer answer = archive.open().search(collapsed(10, 0));
  CHECK(answer.total == 2);
  CHECK(answer.articles.value() == 5);
  REQUIRE(answer.hits.size() == 2);
  CHECK(answer.hits[0].article.id == "ب-2");
  REQUIRE(answer.hits[0].copies.has_value());
  CHECK(answer.hits[0].copies->articles == 0);
  CHECK(answer.hits[0].copies->sources == 0);
  const searcher::Copies& copies = answer.hits[1].copies.value();
  CHECK(copies.articles == 3);
  CHECK(copies.sources == 2);
  REQUIRE(copies.listed.size() == 3);
  CHECK(copies.listed.back().id == "ج-1");
  CHECK(copies.listed.back().source == "إذاعة الوادي");
}

TEST_CASE("only copies that the query finds are counted, and a query that finds one lists it") {
  corpus::Article with_more = printed("2", 1, "ب");
  with_more.body += " زلزال";
  const TestArchive archive({printed("1", 1, "أ"), with_more});
  Request request = collapsed(10, 0);
  request.query = "زلزال";
  const Answer answer = archive.open().search(request);
  CHECK(ids_of(answer) == std::vector<std::string>{"2"});
  CHECK(answer.hits[0].copies->articles == 0);
}

TEST_CASE("a group is found by itself, by what it is called") {
  const TestArchive archive(
      {printed("1", 1, "أ"), printed("2", 1, "ب"), printed("3", 2, "ب"), printed("4", 2, "ب")});
  const Answer answer = archive.open().search(collapsed(1, 0));
  Request request = tests::request_for("");
  request.duplicate_group = answer.hits[0].duplicate_group;
  const Answer group = archive.open().search(request);
  CHECK(group.total == 2);
  CHECK(group.hits.size() == 2);
  request.query = "النفط";
  request.sources = {"أ"};
  CHECK(archive.open().search(request).total == (answer.hits[0].article.id == "1" ? 1 : 0));
}

TEST_CASE("more copies than are listed are counted") {
  std::vector<corpus::Article> articles;
  for (int i = 0; i < 30; ++i)
    articles.push_back(printed(std::to_string(i), 1, "مصدر " + std::to_string(i)));
  const TestArchive archive(articles);
  const Answer answer = archive.open().search(collapsed(10, 0));
  CHECK(answer.total == 1);
  CHECK(answer.articles.value() == 30);
  CHECK(answer.hits[0].copies->articles == 29);
  CHECK(answer.hits[0].copies->sources == 29);
  CHECK(answer.hits[0].copies->listed.size() == searcher::Copies::kMostListed);
}

TEST_CASE("pages of a collapsed list put together are the list, each group once, the best first") {
  CHECK(rc::check("any sizes of groups, pages and orders", [](unsigned seed) {
    std::mt19937 random(seed);
    std::vector<corpus::Article> articles;
    // Some stories are printed by many, most by few.
    for (unsigned i = 0; i < 60; ++i) {
      articles.push_back(printed(std::to_string(i),
                                 static_cast<unsigned>(std::min(random() % 25, random() % 25)),
                                 "مصدر"));
    }
    const TestArchive archive(articles);
    searcher::Searcher searcher = archive.open();
    Request request = collapsed(100, 0);
    request.sort = random() % 2 == 0 ? searcher::Sort::relevance : searcher::Sort::oldest;
    const Answer all = searcher.search(request);
    RC_ASSERT(all.hits.size() == all.total);
    RC_ASSERT(all.articles.value() == 60U);
    std::set<std::uint64_t> groups;
    std::uint64_t stood_for = 0;
    for (const Hit& hit : all.hits) {
      RC_ASSERT(groups.insert(hit.duplicate_group.value()).second);
      stood_for += 1 + hit.copies->articles;
    }
    RC_ASSERT(stood_for == all.articles.value());
    // The first of each group in the list that is not collapsed.
    Request whole = request;
    whole.collapse = false;
    std::vector<std::string> expected;
    std::set<std::uint64_t> seen;
    for (const Hit& hit : searcher.search(whole).hits) {
      if (seen.insert(hit.duplicate_group.value()).second) expected.push_back(hit.article.id);
    }
    RC_ASSERT(ids_of(all) == expected);
    std::vector<std::string> paged;
    request.limit = 1 + random() % 7;
    for (request.offset = 0; request.offset < all.total; request.offset += request.limit) {
      const Answer page = searcher.search(request);
      RC_ASSERT(page.total == all.total);
      RC_ASSERT(page.hits.front().rank == request.offset + 1);
      const auto ids = ids_of(page);
      paged.insert(paged.end(), ids.begin(), ids.end());
    }
    RC_ASSERT(paged == expected);
  }));
}
