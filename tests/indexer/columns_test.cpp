// Columns say what the database says, mapped or read from it.
#include "indexer/archive/columns.h"

#include <doctest/doctest.h>
#include <xapian.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/column_values.h"
#include "indexer/archive/duplicate_group.h"
#include "indexer/archive/open_archive.h"
#include "indexer/archive/schema.h"
#include "indexer/write/columns_writer.h"
#include "tests/corpus/support/temp_folder.h"
#include "tests/indexer/news.h"
#include "warraq/analyzers/analyzer.h"

using namespace warraq;
using archive::Columns;
using archive::NameColumn;

namespace {

constexpr std::array<NameColumn, 4> kNames = {NameColumn::source, NameColumn::category,
                                              NameColumn::author, NameColumn::agency};

std::string name_of(const Columns& columns, NameColumn name, std::uint32_t document) {
  return std::string(columns.names(name)[columns.name(name, document)]);
}

// All that columns say of a document, in one line.
std::string line_of(const Columns& columns, std::uint32_t document) {
  std::string line = std::to_string(columns.date(document));
  for (const NameColumn name : kNames) line += '|' + name_of(columns, name, document);
  return line + '|' + std::to_string(columns.duplicate_group(document));
}

// The same of the document itself; its id is its term's.
std::string line_of(const Xapian::Document& document) {
  std::string line = std::to_string(archive::day_number(document.get_value(archive::slot::kDate)));
  for (const auto slot : {archive::slot::kSource, archive::slot::kCategory, archive::slot::kAuthor,
                          archive::slot::kAgency}) {
    line += '|' + document.get_value(slot);
  }
  auto id = document.termlist_begin();
  id.skip_to(std::string(archive::prefix::kId));
  const auto joined =
      archive::decode_duplicate_group(document.get_value(archive::slot::kDuplicateGroup));
  return line + '|' + std::to_string(joined.value_or(archive::duplicate_group_of(*id)));
}

// How many documents the columns are right about.
std::size_t check_all(const Columns& columns, const Xapian::Database& database) {
  std::size_t documents = 0;
  for (auto number = database.postlist_begin(""); number != database.postlist_end(""); ++number) {
    REQUIRE(line_of(columns, *number) == line_of(database.get_document(*number)));
    ++documents;
  }
  const std::string nothing = "0|||||0";
  CHECK(line_of(columns, 0) == nothing);
  CHECK(line_of(columns, database.get_lastdocid() + 1) == nothing);
  CHECK(line_of(columns, 0xFFFFFFFF) == nothing);
  return documents;
}

// Of several authors and days, some without; every fifth is a copy of the one before.
std::vector<corpus::Article> signed_news(std::size_t count, const std::string& prefix = "خبر") {
  auto articles = tests::many_news_items(count, prefix);
  for (std::size_t i = 0; i < count; ++i) {
    corpus::Article& article = articles[i];
    if (i % 3 != 0) article.author = "سلمى الوراق " + std::to_string(i % 400);
    if (i % 4 == 0) article.agency = "وكالة الضفاف";
    if (i % 7 == 0) article.date.clear();
    if (i % 5 == 4) article.body = articles[i - 1].body;
  }
  return articles;
}

void check_archive(const std::filesystem::path& path, std::size_t documents) {
  const archive::OpenArchive opened(path, analyzers::Analyzer().fingerprint());
  std::size_t found = 0;
  for (const auto& database : opened.databases()) {
    found += check_all(database.columns(), database.database);
    CHECK(&database.columns() == &database.columns());
  }
  CHECK(found == documents);
}

}  // namespace

TEST_CASE("columns of shards and of live/ say what the databases say, with files and without") {
  const tests::News news;
  news.build(signed_news(700));
  check_archive(news.archive(), 700);
  news.add(signed_news(30, "لاحق"));
  indexer::remove(news.archive(), {"لاحق-3", "خبر-5"});
  check_archive(news.archive(), 729);
  std::filesystem::remove(news.archive() / "shards/0001" / archive::kColumnsFile);
  check_archive(news.archive(), 729);
  indexer::compact(news.archive(), {});
  CHECK(indexer::check(news.archive()).advice.empty());
  check_archive(news.archive(), 728);
}

TEST_CASE("near duplicates have the group of the first of them") {
  const tests::News news;
  news.build(signed_news(10));
  const archive::OpenArchive opened(news.archive(), analyzers::Analyzer().fingerprint());
  const Columns& columns = opened.databases()[0].columns();
  const auto group_of = [&](const char* id) {
    return columns.duplicate_group(opened.find(id).value());
  };
  CHECK(group_of("خبر-4") == group_of("خبر-3"));
  CHECK(group_of("خبر-2") != group_of("خبر-3"));
  const auto named_after = [](const char* id) {
    return archive::duplicate_group_of(archive::make_term(archive::prefix::kId, id));
  };
  const bool is_named_after_one =
      group_of("خبر-3") == named_after("خبر-3") || group_of("خبر-3") == named_after("خبر-4");
  CHECK(is_named_after_one);
}

TEST_CASE("as many distinct names as there are documents") {
  for (const std::size_t count : {255U, 256U, 65'535U, 65'536U}) {
    const tests::TempFolder folder;
    const auto shard = folder / "shard";
    {
      Xapian::WritableDatabase database(shard, Xapian::DB_CREATE);
      for (std::size_t i = 0; i < count; ++i) {
        Xapian::Document document;
        document.add_value(archive::slot::kAuthor, "كاتب " + std::to_string(i));
        database.add_document(document);
      }
      database.commit();
    }
    indexer::write_columns(shard, {});
    const Xapian::Database database(shard);
    const auto columns = Columns::open(shard, database);
    REQUIRE(columns != nullptr);
    CHECK(columns->names(NameColumn::author).size() == count + 1);
    for (const std::uint32_t document : {std::uint32_t{1}, static_cast<std::uint32_t>(count)}) {
      CHECK(name_of(*columns, NameColumn::author, document) ==
            "كاتب " + std::to_string(document - 1));
    }
  }
}

TEST_CASE("whatever the bytes of the file are, nothing is read outside it") {
  const tests::News news;
  news.build(signed_news(60));
  const auto shard = news.archive() / "shards/0001";
  const auto file = shard / archive::kColumnsFile;
  const Xapian::Database database(shard);
  std::string bytes(std::filesystem::file_size(file), '\0');
  std::ifstream(file, std::ios::binary)
      .read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  const std::size_t contents =
      bytes.size() - sizeof(archive::DerivedTrailer) - sizeof(archive::ColumnsContents);
  std::mt19937 random(5);
  std::size_t refused = 0;
  for (int i = 0; i < 400; ++i) {
    std::string changed = bytes;
    // Half of the changes where everything else is found by.
    const std::size_t begin = i % 2 == 0 ? contents : 0;
    const std::size_t end = bytes.size() - sizeof(archive::DerivedTrailer);
    for (int bytes_left = 1 + i % 3; bytes_left > 0; --bytes_left) {
      changed[begin + random() % (end - begin)] = static_cast<char>(random());
    }
    std::ofstream(file, std::ios::binary) << changed;
    const auto columns = Columns::open(shard, database);
    if (!columns) {
      ++refused;
      continue;
    }
    for (std::uint32_t document = 0; document < 70; ++document) {
      static_cast<void>(line_of(*columns, document));
    }
  }
  CHECK(refused > 100);
  CHECK(refused < 400);
}

TEST_CASE("columns that are changed are found") {
  const tests::News news;
  news.build(signed_news(60));
  const auto file = news.archive() / "shards/0001" / archive::kColumnsFile;
  std::fstream changed(file, std::ios::in | std::ios::out | std::ios::binary);
  changed.seekg(7);  // which day the seventh document has
  const char day = static_cast<char>(changed.get());
  changed.seekp(7);
  changed.put(static_cast<char>(day + 1));
  changed.close();
  CHECK(news.problems().find(
            "shards/0001: columns.warraq has other values than the database for document 7") !=
        std::string::npos);
}

TEST_CASE("what is no day of the calendar is none") {
  CHECK(archive::day_number("20180317") == 20180317);
  CHECK(archive::day_number("00010101") == 10101);
  CHECK(archive::day_number("20200229") == 20200229);
  for (const std::string_view none :
       {"", "2018", "20180230", "20190229", "20181301", "20180100", "00000101", "2018031",
        "201803177", "2018-3-1", "+2018031", "شيء", "99999999"}) {
    CHECK(archive::day_number(none) == 0);
  }
}
