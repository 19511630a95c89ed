// What readers see while writers work.
#include <doctest/doctest.h>
#include <xapian.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "indexer/archive/schema.h"
#include "indexer/archive/word_stream.h"
#include "indexer/write/writer_lock.h"
#include "tests/indexer/news.h"
#include "warraq/analyzers/analyzer.h"

using namespace warraq;
using tests::code;
using tests::error_code;
using tests::News;
using tests::news_item;

namespace {

constexpr std::size_t kArticles = 12;

// All articles in one version: a commit changes them all.
std::vector<corpus::Article> edition(int version) {
  std::vector<corpus::Article> articles;
  for (std::size_t i = 0; i < kArticles; ++i) {
    articles.push_back(news_item("خبر-" + std::to_string(i), std::to_string(version), "نص الخبر"));
  }
  return articles;
}

// The one version that all articles have; -1 where they differ or some id is not there once.
int version_seen(const std::filesystem::path& archive, const std::string& fingerprint) {
  const archive::OpenArchive opened(archive, fingerprint);
  corpus::ArticleParser parser;
  int version = -1;
  std::size_t count = 0;
  const Xapian::Database& database = opened.database();
  for (auto number = database.postlist_begin(""); number != database.postlist_end(""); ++number) {
    if (opened.is_superseded(*number)) continue;
    const auto parsed = parser.parse(opened.stored_json(*number));
    const int here = std::stoi(parsed.article.value().title);
    if (count++ > 0 && here != version) return -1;
    version = here;
  }
  for (const corpus::Article& article : edition(0)) {
    if (!opened.find(article.id)) return -1;
  }
  return count == kArticles && opened.article_count() == kArticles ? version : -1;
}

struct Seen {
  int wrong = 0;
  int stale = 0;
  int reads = 0;
};

Seen read_until(const std::atomic<bool>& done, const std::atomic<int>& acknowledged,
                const std::filesystem::path& archive) {
  const std::string fingerprint = analyzers::Analyzer().fingerprint();
  Seen seen;
  while (!done) {
    const int at_least = acknowledged;
    try {
      const int version = version_seen(archive, fingerprint);
      ++seen.reads;
      if (version < 0) ++seen.wrong;
      if (version >= 0 && version < at_least) ++seen.stale;
    } catch (const Xapian::DatabaseModifiedError&) {
      // Two commits since it was opened: a reader starts over.
    }
  }
  return seen;
}

}  // namespace

TEST_CASE("a reader sees every id once, in the old version or the new, whatever a writer does") {
  const News news;
  news.build(edition(0));
  std::atomic<bool> done = false;
  std::atomic<int> acknowledged = 0;
  Seen seen;
  std::string failure;
  std::thread reader([&] {
    try {
      seen = read_until(done, acknowledged, news.archive());
    } catch (const std::exception& error) {
      failure = error.what();
    }
  });
  indexer::RunOptions force;
  force.force = true;
  for (int version = 1; version <= 30; ++version) {
    if (version % 10 == 0) {
      news.build(edition(version), force);
    } else {
      news.add(edition(version));
    }
    acknowledged = version;
    if (version % 3 == 0) indexer::compact(news.archive(), {});
  }
  done = true;
  reader.join();
  CHECK_MESSAGE(failure.empty(), failure);
  CHECK(seen.reads > 10);
  CHECK(seen.wrong == 0);
  CHECK(seen.stale == 0);
}

TEST_CASE("an opened archive stays whole when a writer takes its files away") {
  const News news;
  news.build(tests::many_news_items(40));
  const std::string before = tests::dump(news.archive());
  const archive::OpenArchive opened(news.archive(), analyzers::Analyzer().fingerprint());
  news.add({news_item("جديد", "", "نص")});
  indexer::compact(news.archive(), {});
  CHECK(opened.article_count() == 40);
  const auto document = opened.find("خبر-7");
  REQUIRE(document.has_value());
  CHECK(opened.stored_json(*document).find("خبر-7") != std::string::npos);
  const std::string words =
      opened.database().get_document(*document).get_value(archive::slot::kWordStream);
  CHECK(archive::WordStream::read(words).has_value());
}

TEST_CASE("an id is found in its latest version only") {
  const News news;
  news.build({news_item("1", "", "الأولى"), news_item("2", "", "نص")});
  news.add({news_item("1", "", "الثانية")});
  indexer::remove(news.archive(), {"2"});
  const archive::OpenArchive opened(news.archive(), analyzers::Analyzer().fingerprint());
  CHECK(opened.has_superseded());
  CHECK(opened.has_live());
  REQUIRE(opened.find("1").has_value());
  CHECK(opened.stored_json(*opened.find("1")).find("الثانية") != std::string::npos);
  CHECK_FALSE(opened.find("2").has_value());
  CHECK_FALSE(opened.find("3").has_value());
}

TEST_CASE("a second writer is turned away at once, and readers are not") {
  const News news;
  news.build({news_item("1", "", "نص")});
  indexer::RunOptions force;
  force.force = true;
  {
    const indexer::WriterLock lock(news.archive());
    const int locked = code(ErrorCode::locked);
    CHECK(error_code([&] { news.add({news_item("2", "", "نص")}); }) == locked);
    CHECK(error_code([&] { news.build({news_item("2", "", "نص")}, force); }) == locked);
    CHECK(error_code([&] { indexer::remove(news.archive(), {"1"}); }) == locked);
    CHECK(error_code([&] { indexer::compact(news.archive(), {}); }) == locked);
    CHECK(error_code([&] { indexer::check(news.archive()); }) == locked);
    CHECK(tests::contents_of(news.archive()).size() == 1);
    CHECK(indexer::info(news.archive()).articles == 1);
  }
  CHECK(news.add({news_item("2", "", "نص")}).articles_in_archive == 2);
}
