// Runs that are stopped or that the disk fails.
#include <doctest/doctest.h>

#include <filesystem>
#include <stop_token>
#include <string>

#include "tests/corpus/support/resource_limit.h"
#include "tests/indexer/leaks_allowed.h"
#include "tests/indexer/news.h"

using namespace warraq;
using tests::code;
using tests::contents_of;
using tests::error_code;
using tests::FileSizeLimit;
using tests::many_news_items;
using tests::News;
using tests::news_item;

namespace {

enum class StopAt { start, reading, finishing };

indexer::RunOptions stopping(std::stop_source& source, StopAt at) {
  indexer::RunOptions options;
  options.stop = source.get_token();
  if (at == StopAt::start) source.request_stop();
  options.on_progress = [&source, at](const indexer::Progress& progress) {
    if (at == StopAt::reading || progress.finishing) source.request_stop();
  };
  return options;
}

}  // namespace

TEST_CASE("a stopped build leaves no archive") {
  for (const StopAt at : {StopAt::start, StopAt::reading, StopAt::finishing}) {
    const News news;
    std::stop_source source;
    CHECK(news.build(many_news_items(600), stopping(source, at)).stopped);
    CHECK_FALSE(std::filesystem::exists(news.archive()));
  }
}

TEST_CASE("a stopped build leaves the archive that it was to replace") {
  for (const StopAt at : {StopAt::start, StopAt::reading, StopAt::finishing}) {
    const News news;
    news.build({news_item("1", "", "القديم")});
    news.add({news_item("2", "", "مضاف")});
    std::stop_source source;
    auto options = stopping(source, at);
    options.force = true;
    CHECK(news.build(many_news_items(600), options).stopped);
    CHECK(contents_of(news.archive()).size() == 2);
    CHECK(news.problems().empty());
    CHECK_FALSE(std::filesystem::exists(news.archive() / ".building"));
  }
}

TEST_CASE("a stopped addition keeps what it counted") {
  const News news;
  news.build({news_item("1", "", "نص")});
  std::stop_source source;
  const auto result = news.add(many_news_items(50), stopping(source, StopAt::reading));
  CHECK(result.stopped);
  CHECK(contents_of(news.archive()).size() == 1 + result.counts.articles_read);
  CHECK(news.problems().empty());
}

TEST_CASE("a stopped compaction leaves the archive as it was") {
  const News news;
  news.build(many_news_items(20));
  news.add({news_item("خبر-1", "", "بدلا")});
  const auto before = contents_of(news.archive());
  std::stop_source source;
  source.request_stop();
  CHECK(indexer::compact(news.archive(), source.get_token()).stopped);
  CHECK(contents_of(news.archive()) == before);
  CHECK_FALSE(std::filesystem::exists(news.archive() / ".building"));
}

TEST_CASE("a build that the disk fails is an error and leaves nothing") {
  const News news;
  const std::string input = news.input(many_news_items(600));
  const FileSizeLimit limit(64 << 10);
  CHECK(error_code([&] { indexer::build(news.archive(), {input}, {}); }) == code(ErrorCode::io));
  CHECK_FALSE(std::filesystem::exists(news.archive()));
}

TEST_CASE("changes that the disk fails leave the archive as it was") {
  const News news;
  news.build(many_news_items(100));
  news.add({news_item("خبر-1", "", "بدلا من الأول")});
  const auto before = contents_of(news.archive());
  const std::string input = news.input(many_news_items(300, "جديد"));
  indexer::RunOptions force;
  force.force = true;
  {
    const FileSizeLimit limit(64 << 10);
    const int io = code(ErrorCode::io);
    CHECK(error_code([&] { indexer::add(news.archive(), {input}, {}); }) == io);
    {
      // Xapian (1.4.22) frees none of the tables that it was merging when one cannot be written.
      const tests::LeaksAllowed in_xapian;
      CHECK(error_code([&] { indexer::compact(news.archive(), {}); }) == io);
    }
    CHECK(error_code([&] { indexer::build(news.archive(), {input}, force); }) == io);
  }
  CHECK(contents_of(news.archive()) == before);
  CHECK(news.problems().empty());
  CHECK(news.add({news_item("2", "", "نص")}).articles_in_archive == 101);
}
