// Streams and articles are found where they lie in the files of their database.
#include "indexer/archive/places.h"

#include <doctest/doctest.h>
#include <xapian.h>

#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/schema.h"
#include "indexer/write/value_finder.h"
#include "tests/corpus/support/temp_folder.h"
#include "tests/indexer/news.h"

using namespace warraq;
using archive::Places;

namespace {

/// How many of a shard's streams and articles are found, all of them right.
struct Found {
  std::size_t documents = 0;
  std::size_t streams = 0;
  std::size_t articles = 0;
};

Found found_in(const std::filesystem::path& shard) {
  const Xapian::Database database(shard.string());
  const auto places = Places::open(shard, database);
  REQUIRE(places != nullptr);
  Found found;
  for (auto number = database.postlist_begin(""); number != database.postlist_end(""); ++number) {
    const Xapian::Document document = database.get_document(*number);
    ++found.documents;
    const std::string_view stream = places->stream(*number);
    if (!stream.empty()) {
      CHECK(stream == document.get_value(archive::slot::kWordStream));
      ++found.streams;
    }
    const std::string_view article = places->article(*number);
    if (!article.empty()) {
      CHECK(article == document.get_data());
      ++found.articles;
    }
  }
  CHECK(places->stream(database.get_lastdocid() + 1).empty());
  CHECK(places->article(0).empty());
  return found;
}

std::string bytes_of(std::size_t size, std::mt19937& random) {
  std::string bytes;
  while (bytes.size() < size) bytes += static_cast<char>(random());
  return bytes;
}

}  // namespace

TEST_CASE("nearly all lie in one piece, whoever wrote the database") {
  for (const auto builder : {indexer::Builder::bulk, indexer::Builder::xapian}) {
    const tests::News news;
    indexer::RunOptions options;
    options.builder = builder;
    news.build(tests::many_news_items(400), options);
    const Found found = found_in(news.archive() / "shards/0001");
    CHECK(found.documents == 400);
    // Xapian's writer cuts values where a block ends.
    CHECK(found.streams >= (builder == indexer::Builder::bulk ? 390 : 250));
  }
}

TEST_CASE("after compaction too, with holes among the numbers") {
  const tests::News news;
  news.build(tests::many_news_items(200));
  news.add(tests::many_news_items(300, "لاحق"));
  indexer::remove(news.archive(), {"خبر-7", "خبر-8", "لاحق-9"});
  indexer::compact(news.archive(), {});
  const Found found = found_in(news.archive() / "shards/0002");
  CHECK(found.documents == 497);
  CHECK(found.streams > 350);
}

TEST_CASE("values are found in order, and those that are in pieces are passed over") {
  std::mt19937 random(7);
  const tests::TempFolder folder;
  std::vector<std::string> values;
  std::string file(10'000, 'x');
  for (int i = 0; i < 300; ++i) {
    values.push_back(bytes_of(1 + random() % 3'000, random));
    const std::string& value = values.back();
    if (i % 7 == 3) {
      file += value.substr(0, value.size() / 2) + "cut" + value.substr(value.size() / 2);
    } else {
      file += bytes_of(random() % 30, random) + value;
    }
  }
  indexer::ValueFinder finder(folder.write("values", file));
  std::size_t missed = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto place = finder.find(values[i]);
    if (place) {
      REQUIRE(file.compare(*place, values[i].size(), values[i]) == 0);
    } else if (values[i].size() <= 2'000 && i % 7 != 3) {
      ++missed;
    }
  }
  CHECK(missed == 0);
}
