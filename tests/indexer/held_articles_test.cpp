#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <map>
#include <string>
#include <vector>

#include "indexer/run/held_articles.h"
#include "tests/indexer/news.h"

namespace {

using warraq::corpus::Article;
using warraq::indexer::HeldArticles;
using warraq::tests::news_item;
using Ids = std::vector<std::string>;

Ids ids_that_leave(HeldArticles& held) {
  Ids ids;
  while (const auto released = held.next()) ids.push_back(released->article.id);
  return ids;
}

TEST_CASE("the first articles of a source wait until there are enough of them") {
  HeldArticles held;
  for (std::size_t i = 1; i < HeldArticles::kEnough; ++i) {
    held.take("المرصد", news_item(std::to_string(i), "خبر", "متن"));
  }
  held.take("الساحل", news_item("ساحل", "خبر", "متن"));
  CHECK(ids_that_leave(held).empty());
  held.take("المرصد", news_item("الأخير", "خبر", "متن"));
  Ids left = ids_that_leave(held);
  REQUIRE(left.size() == HeldArticles::kEnough);
  CHECK(left.front() == "1");
  CHECK(left.back() == "الأخير");
  held.take("المرصد", news_item("بعده", "خبر", "متن"));
  CHECK(ids_that_leave(held) == Ids{"بعده"});
  held.release_all();
  CHECK(ids_that_leave(held) == Ids{"ساحل"});
}

TEST_CASE("a later article takes the place of a held one of its id, whatever its source") {
  HeldArticles held;
  CHECK(!held.take("المرصد", news_item("أ", "قديم", "متن")));
  CHECK(!held.take("المرصد", news_item("ب", "خبر", "متن")));
  CHECK(held.take("الساحل", news_item("أ", "جديد", "متن")));
  held.release_all();
  CHECK(held.next()->article.id == "ب");
  CHECK(held.next()->article.title == "جديد");
  CHECK(!held.next());
}

TEST_CASE("more than the budget does not wait") {
  HeldArticles held;
  const std::string body(std::size_t{1} << 20, 'x');
  for (std::size_t i = 0; i < 20; ++i) held.take("م", news_item(std::to_string(i), "خبر", body));
  CHECK(ids_that_leave(held).size() >= 16);
}

TEST_CASE("what comes in leaves, once for each id, the last one, in its source's order") {
  CHECK(rc::check([] {
    HeldArticles held;
    std::map<std::string, std::string> last;  // title by id
    std::size_t dropped = 0;
    std::size_t number = 0;
    std::vector<Article> left;
    const auto collect = [&] {
      while (auto released = held.next()) left.push_back(std::move(released->article));
    };
    const auto inputs = *rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(rc::gen::inRange(0, 3), rc::gen::inRange(0, 400)));
    for (const auto& [source, id] : inputs) {
      const std::string title = std::to_string(number++);
      last[std::to_string(id)] = title;
      if (held.take(std::to_string(source), news_item(std::to_string(id), title, ""))) ++dropped;
      if (number % 3 == 0) collect();
    }
    held.release_all();
    collect();
    RC_ASSERT(left.size() + dropped == inputs.size());
    std::map<std::string, std::string> kept;
    for (const Article& article : left) kept[article.id] = article.title;
    RC_ASSERT(kept == last);
  }));
}

}  // namespace
