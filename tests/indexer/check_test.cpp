// check() finds what is wrong.
#include <doctest/doctest.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "indexer/archive/columns.h"
#include "indexer/archive/duplicate_keys.h"
#include "indexer/archive/layout.h"
#include "indexer/archive/packed_postings.h"
#include "indexer/archive/places.h"
#include "indexer/archive/stored_text.h"
#include "indexer/archive/superseded.h"
#include "indexer/write/writer_lock.h"
#include "tests/indexer/news.h"

using namespace warraq;
using tests::many_news_items;
using tests::News;
using tests::news_item;

namespace {

bool mentions(const std::string& problems, std::string_view what) {
  return problems.find(what) != std::string::npos;
}

Xapian::WritableDatabase open_live(const News& news) {
  return Xapian::WritableDatabase((news.archive() / "live").string(), Xapian::DB_OPEN);
}

std::string stored(std::string_view json) {
  std::string frame;
  archive::StoredTextWriter(nullptr).append(frame, json);
  return frame;
}

// An archive with articles in a shard and in live/.
struct Archive : News {
  Archive() {
    build(many_news_items(20));
    add({news_item("جديد", "", "نص")});
    CHECK(problems().empty());
  }
};

}  // namespace

TEST_CASE("blocks that were overwritten are found") {
  const Archive news;
  const auto table = news.archive() / "shards/0001/postlist.glass";
  std::fstream file(table, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(static_cast<std::streamoff>(std::filesystem::file_size(table) / 2));
  file << std::string(6'000, 'x');
  file.close();
  CHECK(mentions(news.problems(), "shards/0001"));
}

TEST_CASE("checking writes nothing, and two may check at the same time") {
  const Archive news;
  const indexer::WriterBarrier other(news.archive());
  CHECK(news.problems().empty());
  // As on a medium that nobody can write to: no lock file, and none is made.
  std::filesystem::remove(news.archive() / "writer.lock");
  CHECK(news.problems().empty());
  CHECK_FALSE(std::filesystem::exists(news.archive() / "writer.lock"));
}

TEST_CASE("additions of another archive are found") {
  const Archive news;
  open_live(news).set_metadata("generation", "7");
  CHECK(mentions(news.problems(), "live: is of generation 7, and archive.json of 1"));
}

TEST_CASE("a shard that is gone is found") {
  const Archive news;
  std::filesystem::remove_all(news.archive() / "shards/0001");
  CHECK(mentions(news.problems(), "shards/0001"));
}

TEST_CASE("what is stored must be an article, filed under its id, with its values") {
  const Archive news;
  {
    auto live = open_live(news);
    Xapian::Document document;
    document.add_boolean_term("Qغيره");
    document.set_data(stored(corpus::to_json(news_item("هذا", "", "نص", "2019-01-01"))));
    live.add_document(document);
    Xapian::Document broken;
    broken.add_boolean_term("Qمكسور");
    broken.set_data(stored("{\"id\": \"مكسور\", \"bo"));
    live.add_document(broken);
    live.commit();
  }
  const std::string problems = news.problems();
  CHECK(mentions(problems, "not filed under the id"));
  CHECK(mentions(problems, "values"));
  CHECK(mentions(problems, "no article"));
}

TEST_CASE(
    "a document whose frame is cut, or was never one, is named, and the others are looked at") {
  const Archive news;
  {
    auto live = open_live(news);
    const std::string frame = live.get_document(1).get_data();
    for (const std::string& data : {frame.substr(0, frame.size() / 2), std::string("{}")}) {
      Xapian::Document document;
      document.set_data(data);
      live.add_document(document);
    }
    live.commit();
  }
  const std::string problems = news.problems();
  CHECK(mentions(problems, "live, document 2: is stored as a damaged frame"));
  CHECK(mentions(problems, "live, document 3: is stored as no zstd frame"));
  CHECK_FALSE(mentions(problems, "document 1:"));
}

TEST_CASE("an id with two articles is found") {
  const Archive news;
  {
    auto live = open_live(news);
    Xapian::Document document;
    document.add_boolean_term("Qخبر-3");
    document.set_data(stored(corpus::to_json(news_item("خبر-3", "", "نص"))));
    live.add_document(document);
    live.commit();
  }
  CHECK(mentions(news.problems(), "has 2 articles"));
}

TEST_CASE("a superseded document that is not there, or a broken list, is found") {
  const Archive news;
  {
    auto live = open_live(news);
    live.set_metadata("superseded/shards/0001", archive::encode_documents({3, 999}));
    live.commit();
  }
  CHECK(mentions(news.problems(), "superseded document 999"));
  {
    auto live = open_live(news);
    live.set_metadata("superseded/shards/0001", "\xff");
    live.commit();
  }
  CHECK(mentions(news.problems(), "damaged"));
}

TEST_CASE("packed postings that are changed are found; without them an archive is whole") {
  const Archive news;
  const auto shard = news.archive() / "shards/0001";
  const auto file = shard / archive::kPackedPostingsFile;
  const auto kept = news.folder() / "kept";
  std::filesystem::rename(file, kept);
  const auto missing = indexer::check(news.archive());
  CHECK(missing.problems.empty());
  REQUIRE(missing.advice.size() == 1);
  CHECK(mentions(missing.advice[0], "shards/0001: postings.warraq is missing"));
  std::filesystem::copy_file(kept, file);
  CHECK(indexer::check(news.archive()).advice.empty());
  // A length, of the document after the first.
  std::fstream changed(file, std::ios::in | std::ios::out | std::ios::binary);
  changed.seekp(8);
  changed << 'x';
  changed.close();
  CHECK(mentions(news.problems(), "shards/0001: postings.warraq has other lengths"));
}

TEST_CASE("derived files that cannot be used are none, and compact makes them anew") {
  const tests::News news;
  news.build(many_news_items(100));
  for (const auto name : {archive::kPackedPostingsFile, archive::kPlacesFile,
                          archive::kDuplicateKeysFile, archive::kColumnsFile}) {
    for (const bool is_cut : {true, false}) {
      const auto file =
          news.archive() / archive::read_manifest(news.archive()).shards.front() / name;
      if (is_cut) {
        std::filesystem::resize_file(file, 100);
      } else {
        std::filesystem::remove(file);
        std::filesystem::create_directory(file);
      }
      CHECK(tests::contents_of(news.archive()).size() == 100);
      auto result = indexer::check(news.archive());
      CHECK(result.problems.empty());
      CHECK(result.advice.size() == 1);
      indexer::compact(news.archive(), {});
      result = indexer::check(news.archive());
      CHECK(result.problems.empty());
      CHECK(result.advice.empty());
    }
  }
}

TEST_CASE("counts of furniture that are damaged are no problem, and the next addition mends them") {
  const News news;
  news.build(many_news_items(3));
  const auto file = news.archive() / archive::kFurnitureFile;
  REQUIRE(std::filesystem::exists(file));
  CHECK(indexer::check(news.archive()).advice.empty());
  std::ofstream(file, std::ios::binary) << "شيء آخر";
  const auto result = indexer::check(news.archive());
  CHECK(result.problems.empty());
  REQUIRE(result.advice.size() == 1);
  CHECK(mentions(result.advice[0], "furniture.warraq is damaged"));
  news.add({news_item("1", "", "نص")});
  CHECK(indexer::check(news.archive()).advice.empty());
  std::filesystem::remove(file);
  CHECK(indexer::check(news.archive()).advice.empty());
}

TEST_CASE("places that lead elsewhere are found") {
  const Archive news;
  const auto file = news.archive() / "shards/0001" / archive::kPlacesFile;
  // Where the stream of the first document lies: four bytes further on.
  std::fstream changed(file, std::ios::in | std::ios::out | std::ios::binary);
  changed.seekg(8);
  archive::Place place;
  changed.read(reinterpret_cast<char*>(&place), sizeof place);
  REQUIRE(place.size() > 0);
  place = archive::Place(place.begin() + 4, place.size());
  changed.seekp(8);
  changed.write(reinterpret_cast<const char*>(&place), sizeof place);
  changed.close();
  CHECK(mentions(news.problems(), "shards/0001: places.warraq leads to another stream of words"));
}
