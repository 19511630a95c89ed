// Whatever Xapian can read of a bulk-built database is as if it had been given the articles one by
// one, and stays so while it goes on writing.
#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "tests/corpus/support/real_data.h"
#include "tests/glass/both_ways.h"
#include "tests/glass/changes.h"
#include "tests/glass/contents.h"
#include "tests/glass/model.h"
#include "tests/indexer/news.h"
#include "tests/indexer/through_api.h"

using namespace warraq;
using tests::below;
using tests::many_news_items;
using tests::News;
using tests::news_item;
using tests::Random;

namespace {

using Articles = std::vector<corpus::Article>;

constexpr std::size_t kUsualMemory = std::size_t{512} << 20;
// Some twenty articles are a run.
constexpr std::size_t kLittleMemory = std::size_t{512} << 10;

/// The same articles as two databases.
class BothBuilt {
 public:
  explicit BothBuilt(const Articles& articles, std::size_t memory = kUsualMemory) {
    indexer::RunOptions options;
    options.memory_bytes = memory;
    options.jobs = 2;
    options.find_furniture = false;  // the other one is given articles as they are
    news_.build(articles, options);
    pair_ = {news_.archive() / "shards/0001", news_.folder() / "api"};
    tests::write_through_api(tests::articles_in(news_.folder() / "input.jsonl"), pair_.api,
                             pair_.bulk);
  }
  [[nodiscard]] const tests::Pair& pair() const { return pair_; }

 private:
  News news_;
  tests::Pair pair_;
};

// At once, and after documents were added, replaced and deleted.
void check_for_life(const BothBuilt& both) {
  tests::check_equal(both.pair());
  for (const std::string& database : {both.pair().bulk, both.pair().api}) {
    tests::change_often(database, 1, tests::kChanges);
  }
  tests::check_equal(both.pair());
}

std::string letters(std::uint32_t number) {
  static const std::vector<std::string> kLetters = {"ب", "ت", "ج", "ح", "خ", "د", "ر", "س"};
  std::string word = "ز";
  for (; number > 0; number /= 8) word += kLetters[number % 8];
  return word;
}

std::string random_words(Random& random, std::uint32_t words) {
  std::string text;
  for (; words > 0; --words) {
    // A few words often, many seldom.
    text += letters(below(random, 1U << below(random, 17)));
    text += below(random, 9) == 0 ? "، " : " ";
  }
  return text;
}

Articles random_articles(std::uint32_t count) {
  Random random(3);
  Articles articles;
  for (std::uint32_t i = 0; i < count; ++i) {
    const bool again = below(random, 20) == 0;
    articles.push_back(news_item(std::to_string(again ? below(random, i + 1) : i),
                                 random_words(random, below(random, 12)),
                                 random_words(random, 1 + below(random, 150))));
    if (below(random, 3) == 0) articles.back().source = random_words(random, 1);
    if (below(random, 3) == 0) articles.back().date = "2019-04-" + std::to_string(10 + i % 20);
  }
  return articles;
}

}  // namespace

TEST_CASE("thousands of random articles") {
  for (const std::size_t memory : {kUsualMemory, kLittleMemory}) {
    check_for_life(BothBuilt(random_articles(4'000), memory));
  }
}

TEST_CASE("thousands of real articles") {
  const auto news = tests::real_data("news");
  if (!news) return;
  for (const std::size_t memory : {kUsualMemory, kLittleMemory}) {
    check_for_life(BothBuilt(tests::articles_in(*news, 5'000), memory));
  }
}

TEST_CASE("one article") {
  check_for_life(BothBuilt({news_item("1", "", "كلمة")}));
  check_for_life(BothBuilt({news_item("1", "", "…")}));
}

TEST_CASE("one word in every article, and numbers of documents past 2^15") {
  Articles articles;
  for (std::uint32_t i = 0; i < 33'000; ++i) {
    articles.push_back(news_item(std::to_string(i), "", i % 3 == 0 ? "كلمة" : "كلمة كلمة"));
  }
  check_for_life(BothBuilt(articles));
  check_for_life(BothBuilt(articles, std::size_t{4} << 20));
}

TEST_CASE("100,000 distinct words in one article") {
  std::string body;
  for (std::uint32_t i = 0; i < 100'000; ++i) body += letters(i) + ' ';
  check_for_life(BothBuilt({news_item("قبله", "", "نص"), news_item("كبير", "", body)}));
}

TEST_CASE("one word 70,000 times in one article") {
  std::string body;
  for (std::uint32_t i = 0; i < 70'000; ++i) body += "كلمة على ";
  check_for_life(BothBuilt({news_item("1", "", body), news_item("2", "كلمة", "على")}));
}

TEST_CASE("words and ids about the length from which a term is cut") {
  Articles articles;
  for (std::size_t length = 190; length < 260; ++length) {
    const std::string latin(length, 'a');
    articles.push_back(news_item(latin, latin, latin + "b " + std::string(length, 'c')));
    articles.back().source = latin;
  }
  check_for_life(BothBuilt(articles));
}

TEST_CASE("tags that are cut into many components, and tables with levels of branches") {
  // Long keys that differ late make a tall tree of little data.
  std::string beginning;
  for (int i = 0; i < 40; ++i) beginning += "ب";
  std::string body;
  for (std::uint32_t i = 0; i < 40'000; ++i) body += beginning + letters(i) + ' ';
  auto articles = many_news_items(1'500);
  articles.push_back(news_item("كبير", "", body));
  const BothBuilt both(articles);
  CHECK(tests::levels_of(both.pair().bulk, "postlist") > 1);
  CHECK(tests::levels_of(both.pair().bulk, "docdata") > 0);
  check_for_life(both);
}
