// The file of packed postings says what the database says, and damaged bytes do no harm.
#include "indexer/archive/packed_postings.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "indexer/write/packed_postings_writer.h"
#include "tests/corpus/support/file_bytes.h"
#include "tests/corpus/support/temp_folder.h"
#include "tests/indexer/news.h"

using namespace warraq;
using archive::PackedPostings;

namespace {

using Postings = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// An empty database, for which files are written.
class Database {
 public:
  [[nodiscard]] Xapian::Database open() const { return Xapian::Database(path_); }
  void change() {
    database_.add_document(Xapian::Document());
    database_.commit();
  }

 private:
  tests::TempFolder folder_;
  std::string path_ = folder_ / "database";
  Xapian::WritableDatabase database_{path_, Xapian::DB_CREATE};
};

const Xapian::Database& some_database() {
  static const Database database;
  static const Xapian::Database opened = database.open();
  return opened;
}

Postings random_postings(std::size_t size, std::uint32_t largest_step, std::mt19937& random) {
  Postings postings;
  std::uint32_t document = 0;
  for (std::size_t i = 0; i < size; ++i) {
    document += 1 + static_cast<std::uint32_t>(random() % largest_step);
    postings.emplace_back(document, 1 + (random() % 4 == 0 ? random() % 300 : 0));
  }
  return postings;
}

void write(const std::filesystem::path& folder, const std::map<std::string, Postings>& terms,
           std::uint32_t last_document) {
  indexer::PackedPostingsWriter writer(folder);
  for (std::uint32_t document = 1; document <= last_document; document += 3) {
    writer.add_length(document, document * 2);
  }
  for (const auto& [term, postings] : terms) {
    if (postings.size() < archive::kMinPackedDocuments) continue;
    writer.begin_term(term, static_cast<std::uint32_t>(postings.size()));
    for (const auto& [document, wdf] : postings) writer.add(document, wdf);
    writer.end_term();
  }
  writer.finish(some_database());
}

Postings read(const archive::PackedList& list) {
  Postings result;
  archive::PostingBlock block;
  archive::PostingBlock numbers;
  for (std::size_t number = 0; number < list.blocks(); ++number) {
    list.read(number, block);
    list.read(number, numbers, archive::BlockPart::documents);
    REQUIRE(numbers.size == block.size);
    REQUIRE(std::equal(block.documents.begin(),
                       block.documents.begin() + static_cast<std::ptrdiff_t>(block.size),
                       numbers.documents.begin()));
    for (std::size_t i = 0; i < block.size; ++i) {
      result.emplace_back(block.documents[i], block.wdf[i]);
    }
  }
  return result;
}

}  // namespace

TEST_CASE("lists come back, whatever their length and their gaps") {
  CHECK(rc::check("write, read", [] {
    std::mt19937 random(*rc::gen::arbitrary<unsigned>());
    std::map<std::string, Postings> terms;
    for (const std::uint32_t step : {1U, 2U, 50U, 100'000U}) {
      const auto size = *rc::gen::inRange<std::size_t>(1, 700);
      terms["Z" + std::to_string(step)] = random_postings(size, step, random);
    }
    const tests::TempFolder folder;
    write(folder.path(), terms, 100);
    const auto packed = PackedPostings::open(folder.path(), some_database());
    RC_ASSERT(packed != nullptr);
    for (const auto& [term, postings] : terms) {
      const auto list = packed->find(term);
      RC_ASSERT(list.has_value() == (postings.size() >= archive::kMinPackedDocuments));
      if (!list) continue;
      RC_ASSERT(list->documents() == postings.size());
      RC_ASSERT(list->entry(list->blocks() - 1).last_document == postings.back().first);
      RC_ASSERT(read(*list) == postings);
    }
    RC_ASSERT_FALSE(packed->find("Zاخر").has_value());
  }));
}

TEST_CASE("documents that are not there have no length") {
  const tests::TempFolder folder;
  write(folder.path(), {}, 7);
  const auto packed = PackedPostings::open(folder.path(), some_database());
  const std::vector<std::uint32_t> lengths(packed->lengths().begin(), packed->lengths().end());
  CHECK(lengths == std::vector<std::uint32_t>{0, 2, 0, 0, 8, 0, 0, 14});
  CHECK(packed->terms() == 0);
}

TEST_CASE("numbers up to the last come back") {
  std::map<std::string, Postings> terms;
  for (std::uint32_t i = 0; i < 300; ++i) {
    terms["Zبعيد"].emplace_back(4'000'000'000U + 7 * i, UINT32_MAX - i);
  }
  const tests::TempFolder folder;
  write(folder.path(), terms, 1);
  CHECK(read(*PackedPostings::open(folder.path(), some_database())->find("Zبعيد")) ==
        terms["Zبعيد"]);
}

TEST_CASE("a file that is missing, another's, or cut is told") {
  const tests::TempFolder folder;
  CHECK(PackedPostings::open(folder.path(), some_database()) == nullptr);
  write(folder.path(), {}, 7);
  CHECK(PackedPostings::open(folder.path(), some_database()) != nullptr);
  Database other;
  CHECK(PackedPostings::open(folder.path(), other.open()) == nullptr);
  const auto file = folder.path() / archive::kPackedPostingsFile;
  for (std::uintmax_t size = std::filesystem::file_size(file); size-- > 0;) {
    std::filesystem::resize_file(file, size);
    CHECK(PackedPostings::open(folder.path(), some_database()) == nullptr);
  }
}

TEST_CASE("a database that went on has none") {
  Database database;
  const tests::TempFolder folder;
  indexer::PackedPostingsWriter(folder.path()).finish(database.open());
  CHECK(PackedPostings::open(folder.path(), database.open()) != nullptr);
  database.change();
  CHECK(PackedPostings::open(folder.path(), database.open()) == nullptr);
}

TEST_CASE("bytes that were changed are never read past, and lists stay in order") {
  std::mt19937 random(5);
  const tests::TempFolder folder;
  write(folder.path(),
        {{"Zا", random_postings(1'000, 30, random)}, {"Zب", random_postings(100, 30, random)}},
        40'000);
  const auto file = folder.path() / archive::kPackedPostingsFile;
  const std::string whole = tests::file_bytes(file);
  for (int round = 0; round < 2'000; ++round) {
    std::string bytes = whole;
    for (int change = 0; change < 3; ++change) {
      // The lists lie behind the lengths.
      const std::size_t from = round % 2 == 0 ? 4 * 40'000 : 0;
      bytes[from + random() % (bytes.size() - from)] = static_cast<char>(random());
    }
    std::ofstream(file, std::ios::binary) << bytes;
    {
      const auto packed = PackedPostings::open(folder.path(), some_database());
      if (!packed) continue;  // the uuid or the revision was hit
      for (const std::string term : {"Zا", "Zب"}) {
        const auto list = packed->find(term);
        if (!list || list->documents() > 100'000) continue;
        archive::PostingBlock block;
        for (std::size_t number = 0; number < list->blocks(); ++number) {
          list->read(number, block);
          REQUIRE(
              std::is_sorted(block.documents.begin(),
                             block.documents.begin() + static_cast<std::ptrdiff_t>(block.size)));
        }
      }
    }
  }
}

TEST_CASE("every shard has one, which says what its database says") {
  tests::News news;
  news.build(tests::many_news_items(400));
  const auto shard = news.archive() / "shards/0001";
  const Xapian::Database database(shard.string());
  const auto packed = PackedPostings::open(shard, database);
  REQUIRE(packed != nullptr);
  std::size_t terms = 0;
  for (auto term = database.allterms_begin("Z"); term != database.allterms_end("Z"); ++term) {
    if (term.get_termfreq() < archive::kMinPackedDocuments) continue;
    ++terms;
    Postings expected;
    for (auto posting = database.postlist_begin(*term); posting != database.postlist_end(*term);
         ++posting) {
      expected.emplace_back(*posting, posting.get_wdf());
      CHECK(packed->lengths()[*posting] == posting.get_doclength());
    }
    CHECK(read(*packed->find(*term)) == expected);
  }
  CHECK(terms == packed->terms());
  CHECK(terms > 0);
}
