// The two ways to build an archive give the same one, and neither threads nor memory change it.
#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/corpus/support/file_bytes.h"
#include "tests/corpus/support/resource_limit.h"
#include "tests/indexer/news.h"

using namespace warraq;
using tests::many_news_items;
using tests::News;
using tests::news_item;

namespace {

// An article or a few are a run.
constexpr std::size_t kLittleMemory = std::size_t{64} << 10;

indexer::RunOptions by(indexer::Builder builder, unsigned jobs = 1,
                       std::size_t memory = std::size_t{512} << 20) {
  indexer::RunOptions options;
  options.builder = builder;
  options.jobs = jobs;
  options.memory_bytes = memory;
  return options;
}

// What Xapian knows of a database as a whole, its terms and its slots.
std::string statistics_of(const std::filesystem::path& archive) {
  std::string text;
  for (const auto& shard : std::filesystem::directory_iterator(archive / "shards")) {
    const Xapian::Database database(shard.path().string());
    for (const auto number : {database.get_doccount(), database.get_lastdocid(),
                              static_cast<unsigned>(database.get_total_length())}) {
      text += std::to_string(number) + ' ';
    }
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      text += *term + ' ' + std::to_string(term.get_termfreq()) + ' ' +
              std::to_string(database.get_collection_freq(*term)) + '\n';
    }
    for (Xapian::valueno slot = 0; slot < 8; ++slot) {
      text += std::to_string(database.get_value_freq(slot)) + ' ';
    }
    // Bounds may be wider where documents were deleted: these must hold the values at least.
    for (auto number = database.postlist_begin(""); number != database.postlist_end(""); ++number) {
      const auto length = database.get_doclength(*number);
      // Xapian leaves documents without words out of the lower bound.
      REQUIRE((length == 0 || length >= database.get_doclength_lower_bound()));
      REQUIRE(length <= database.get_doclength_upper_bound());
      text +=
          std::to_string(length) + ' ' + std::to_string(database.get_unique_terms(*number)) + '\n';
    }
  }
  return text;
}

std::string built(const std::vector<corpus::Article>& articles,
                  const indexer::RunOptions& options) {
  const News news;
  const auto result = news.build(articles, options);
  if (!std::filesystem::exists(news.archive() / "archive.json")) return "none";
  CHECK(news.problems().empty());
  return "replaced " + std::to_string(result.counts.replaced) + '\n' + tests::dump(news.archive()) +
         statistics_of(news.archive());
}

std::string random_words() {
  static const std::vector<std::string> words = {
      "أخبار", "اخبار",  "على",        "علي",     "مُحَمَّد",          "محمد", "أ.ف.ب", "٢٠١٧",
      "2,017", "Google", "#محمد_صلاح", "الـ47",   "القاهرة،بيروت", "في",   "من",    "عبد الله",
      "ﷺ",     "\n",     "ل.م",        "لم",      "م.ا",           "ما",   "ه.و",   "هو",
      "ك.ل",   "كل",     "«قال»",      "غوتيريس", "رويترز",        "café", "a\tb",  "\xD9",
      "ﻣﺤﻤﺪ",  "x@y.z"};
  std::string text;
  for (int left = *rc::gen::inRange(0, 30); left > 0; --left) {
    text += *rc::gen::elementOf(words) + (*rc::gen::inRange(0, 8) == 0 ? "" : " ");
  }
  return text;
}

corpus::Article random_article() {
  auto article = news_item(
      "id " + std::to_string(*rc::gen::inRange(0, 20)), random_words(), random_words(),
      *rc::gen::elementOf(std::vector<std::string>{"", "2019-04-13", "0000-00-00", "٢٠٢٠-٠١-٠٢"}));
  article.source = *rc::gen::elementOf(std::vector<std::string>{"", "رويترز", "صحيفة الوراق", "…"});
  article.author = *rc::gen::elementOf(std::vector<std::string>{"", "أحمد بن علي"});
  article.url = *rc::gen::elementOf(std::vector<std::string>{"", "https://example.org/١"});
  if (article.title.empty() && article.body.empty()) article.body = "نص";
  return article;
}

}  // namespace

TEST_CASE("random articles: both builders give the same database") {
  CHECK(rc::check("random articles", [] {
    std::vector<corpus::Article> articles;
    for (int left = *rc::gen::inRange(1, 40); left > 0; --left)
      articles.push_back(random_article());
    const std::string expected = built(articles, by(indexer::Builder::xapian));
    RC_ASSERT(built(articles, by(indexer::Builder::bulk)) == expected);
    RC_ASSERT(built(articles, by(indexer::Builder::bulk, 2, kLittleMemory)) == expected);
  }));
}

TEST_CASE("articles over many runs, ids that come again in others: both builders give the same") {
  auto articles = many_news_items(1'500);
  for (const std::size_t place : {0U, 1U, 700U, 701U, 1'400U}) {
    auto again = articles[place];
    again.body += " بعد التعديل";
    articles.push_back(again);
    articles.insert(articles.begin() + 900, again);
  }
  const std::string expected = built(articles, by(indexer::Builder::xapian));
  CHECK(built(articles, by(indexer::Builder::bulk)) == expected);
  CHECK(built(articles, by(indexer::Builder::bulk, 3, std::size_t{1} << 20)) == expected);
}

TEST_CASE(
    "more runs than are merged at once: the same archive, through a bounded number of files") {
  // Each article is a run. 128 are read side by side; some ten files more are written meanwhile, or
  // were open before.
  constexpr rlim_t kMostFiles = 128 + 32;
  const auto articles = many_news_items(300);
  const std::string expected = built(articles, by(indexer::Builder::bulk));
  const tests::ResourceLimit limit(RLIMIT_NOFILE, kMostFiles);
  CHECK(built(articles, by(indexer::Builder::bulk, 2, 4'096)) == expected);
}

TEST_CASE("words of any length, and articles of one word or none") {
  std::string long_word;
  for (int i = 0; i < 50'000; ++i) long_word += "ب";
  const std::vector<corpus::Article> articles = {
      news_item("1", "", long_word), news_item("2", long_word, "«»"), news_item("3", "", "…"),
      news_item(long_word, "", "نص"), news_item("5", "كلمة", "")};
  CHECK(built(articles, by(indexer::Builder::bulk)) ==
        built(articles, by(indexer::Builder::xapian)));
}

TEST_CASE("threads and memory change no byte of the tables") {
  const auto articles = many_news_items(1'500);
  const News one;
  const News other;
  one.build(articles, by(indexer::Builder::bulk, 1));
  other.build(articles, by(indexer::Builder::bulk, 3, std::size_t{1} << 20));
  for (const char* table : {"postlist", "position", "termlist", "docdata"}) {
    const std::string name = "shards/0001/" + std::string(table) + ".glass";
    CHECK_MESSAGE(
        tests::file_bytes(one.archive() / name) == tests::file_bytes(other.archive() / name),
        table);
  }
}
