// Additions, deletions and compaction of a standing archive, against a plain map.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/indexer/news.h"

using namespace warraq;
using tests::code;
using tests::Contents;
using tests::contents_of;
using tests::error_code;
using tests::News;
using tests::news_item;

namespace {

std::string random_id() { return "خبر-" + std::to_string(*rc::gen::inRange(0, 12)); }

corpus::Article random_article() {
  const auto version = std::to_string(*rc::gen::inRange(0, 1'000'000));
  return news_item(random_id(), "نسخة " + version, "نص النسخة " + version + " من الخبر");
}

std::vector<corpus::Article> random_articles() {
  std::vector<corpus::Article> articles;
  for (int left = *rc::gen::inRange(1, 6); left > 0; --left) articles.push_back(random_article());
  return articles;
}

void apply_add(const News& news, Contents& model) {
  const auto articles = random_articles();
  std::uint64_t replaced = 0;
  for (const corpus::Article& article : articles) {
    replaced += model.count(article.id);
    model.insert_or_assign(article.id, article);
  }
  const auto result = news.add(articles);
  RC_ASSERT(result.counts.replaced == replaced);
  RC_ASSERT(result.articles_in_archive == model.size());
}

void apply_delete(const News& news, Contents& model) {
  const std::string id = random_id();
  const auto result = indexer::remove(news.archive(), {id});
  const std::size_t there = model.erase(id);
  RC_ASSERT(result.deleted == there);
  RC_ASSERT(result.not_found.size() == 1 - there);
}

void apply_compact(const News& news, Contents& model) {
  RC_ASSERT(indexer::compact(news.archive(), {}).articles == model.size());
  RC_ASSERT_FALSE(std::filesystem::exists(news.archive() / "live"));
}

}  // namespace

TEST_CASE("any sequence of changes leaves what a map would hold") {
  CHECK(rc::check("changes", [] {
    const News news;
    const auto first = random_articles();
    Contents model = contents_of(first);
    news.build(first);
    for (int left = *rc::gen::inRange(1, 8); left > 0; --left) {
      const int change = *rc::gen::inRange(0, 6);
      if (change < 3) apply_add(news, model);
      if (change == 3 || change == 4) apply_delete(news, model);
      if (change == 5) apply_compact(news, model);
      RC_ASSERT(contents_of(news.archive()) == model);
    }
    RC_ASSERT(news.problems().empty());
  }));
}

TEST_CASE("shards are never rewritten by an update") {
  const News news;
  news.build(tests::many_news_items(10));
  const std::string before = tests::dump(news.archive());
  const auto time = std::filesystem::last_write_time(news.archive() / "shards/0001/postlist.glass");
  news.add({news_item("خبر-3", "بدلا منه", "نص")});
  indexer::remove(news.archive(), {"خبر-4"});
  CHECK(std::filesystem::last_write_time(news.archive() / "shards/0001/postlist.glass") == time);
  const auto info = indexer::info(news.archive());
  REQUIRE(info.databases.size() == 2);
  CHECK(info.databases[0].documents == 10);
  CHECK(info.databases[0].superseded == 2);
  CHECK(info.databases[1].folder == "live");
  CHECK(info.databases[1].documents == 1);
  CHECK(info.articles == 9);
}

TEST_CASE("a compacted archive is the one a build would have made, furniture left out of it") {
  auto articles = tests::many_news_items(30);
  indexer::RunOptions options;
  options.find_furniture = false;  // a build counts more at once than each addition
  const News grown;
  grown.build({articles.begin(), articles.begin() + 20}, options);
  grown.add({articles.begin() + 20, articles.end()}, options);
  indexer::compact(grown.archive(), {});
  const News built;
  built.build(articles, options);
  CHECK(tests::dump(grown.archive()) == tests::dump(built.archive()));
}

TEST_CASE("an archive may lose all its articles and take new ones") {
  const News news;
  news.build({news_item("1", "", "نص"), news_item("2", "", "نص")});
  CHECK(indexer::remove(news.archive(), {"1", "2", "3"}).deleted == 2);
  CHECK(contents_of(news.archive()).empty());
  CHECK(indexer::compact(news.archive(), {}).articles == 0);
  CHECK(contents_of(news.archive()).empty());
  CHECK(news.problems().empty());
  CHECK(news.add({news_item("1", "", "نص")}).articles_in_archive == 1);
  CHECK(indexer::compact(news.archive(), {}).articles == 1);
  CHECK(contents_of(news.archive()).count("1") == 1);
  CHECK(news.problems().empty());
}

TEST_CASE("the same id twice in one addition: the last stays, counted") {
  const News news;
  news.build({news_item("1", "", "نص")});
  const auto result = news.add({news_item("2", "", "الأول"), news_item("2", "", "الثاني")});
  CHECK(result.counts.replaced == 1);
  CHECK(contents_of(news.archive()).at("2").body == "الثاني");
}

TEST_CASE("counts of the archive sum up") {
  const News news;
  news.build({news_item("1", "", "نص", "0000-00-00"), news_item("2", "", "نص")});
  news.add({news_item("2", "", "نص", "2019-01-01"), news_item("3", "", "نص")});
  const auto counts = indexer::info(news.archive()).manifest.counts;
  CHECK(counts.articles_read == 4);
  CHECK(counts.replaced == 1);
  CHECK(counts.dates_refused == 1);
  CHECK(counts.dates_missing == 2);
  CHECK(counts.text_bytes == 16);
}

TEST_CASE("counts are right even where furniture cannot be written") {
  const News news;
  news.build({news_item("1", "", "نص")});
  std::filesystem::create_directory(news.archive() / "furniture.warraq.new");
  CHECK(error_code([&] { news.add({news_item("2", "", "نص آخر")}); }) == code(ErrorCode::io));
  CHECK(indexer::info(news.archive()).articles == 2);
  CHECK(indexer::info(news.archive()).manifest.counts.articles_read == 2);
}

TEST_CASE("changes need an archive") {
  const News news;
  const int none = code(ErrorCode::no_archive);
  CHECK(error_code([&] { news.add({news_item("1", "", "نص")}); }) == none);
  CHECK(error_code([&] { indexer::remove(news.archive(), {"1"}); }) == none);
  CHECK(error_code([&] { indexer::compact(news.archive(), {}); }) == none);
  CHECK(error_code([&] { indexer::check(news.archive()); }) == none);
  CHECK(error_code([&] { indexer::info(news.archive()); }) == none);
  CHECK_FALSE(std::filesystem::exists(news.archive()));
}

TEST_CASE("many commits in one addition lose and double nothing") {
  const News news;
  auto articles = tests::many_news_items(200);
  news.build({articles.begin(), articles.begin() + 100});
  indexer::RunOptions options;
  options.memory_bytes = std::size_t{64} << 10;
  for (auto& article : articles) article.title = "نسخة ثانية";
  CHECK(news.add(articles, options).counts.replaced == 100);
  CHECK(contents_of(news.archive()) == contents_of(articles));
  CHECK(news.problems().empty());
}

namespace {

// An archive of two shards' worth of history, and the archive.json of its first generation.
struct SetBack : News {
  SetBack() {
    build({news_item("1", "", "الأولى"), news_item("2", "", "نص")});
    old = folder().path() / "archive.json";
    std::filesystem::copy_file(archive() / "archive.json", old);
    add({news_item("1", "", "الثانية"), news_item("3", "", "نص")});
    compact(archive(), {});
  }
  void set_back() const {
    std::filesystem::copy_file(old, archive() / "archive.json",
                               std::filesystem::copy_options::overwrite_existing);
  }
  [[nodiscard]] bool has_shard() const {
    return std::filesystem::exists(archive() / "shards/0002/postlist.glass");
  }
  std::filesystem::path old;

 private:
  static void compact(const std::filesystem::path& archive, const std::stop_token& stop) {
    indexer::compact(archive, stop);
  }
};

}  // namespace

TEST_CASE("a writer that cannot open the archive removes nothing of it") {
  const SetBack news;
  news.set_back();
  CHECK(error_code([&] { news.add({news_item("4", "", "نص")}); }) == code(ErrorCode::no_archive));
  CHECK(error_code([&] { indexer::remove(news.archive(), {"1"}); }) == code(ErrorCode::no_archive));
  CHECK(error_code([&] { indexer::compact(news.archive(), {}); }) == code(ErrorCode::no_archive));
  CHECK(news.has_shard());
}

TEST_CASE("a build that reads nothing removes nothing, whatever became of archive.json") {
  const SetBack news;
  indexer::RunOptions force;
  force.force = true;
  const auto build_nothing = [&](const indexer::RunOptions& options) {
    indexer::build(news.archive(), {(news.folder().path() / "missing.jsonl").string()}, options);
  };
  std::filesystem::remove(news.archive() / "archive.json");
  CHECK(error_code([&] { build_nothing({}); }) == code(ErrorCode::usage));
  CHECK(error_code([&] { build_nothing(force); }) == 0);
  CHECK(news.has_shard());
  news.set_back();
  build_nothing(force);
  CHECK(news.has_shard());
}

TEST_CASE("a build in place of an archive that was set back brings no old additions to life") {
  const SetBack news;
  news.add({news_item("1", "", "الثالثة")});
  news.set_back();
  indexer::RunOptions force;
  force.force = true;
  CHECK(news.build({news_item("1", "", "الرابعة")}, force).articles_in_archive == 1);
  CHECK(news.problems().empty());
}
