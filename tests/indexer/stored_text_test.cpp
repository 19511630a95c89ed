// How articles lie in databases: frames, and the dictionaries that travel with them.
#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <xapian.h>
#include <zstd.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "indexer/archive/dictionaries.h"
#include "indexer/archive/manifest_file.h"
#include "indexer/archive/open_archive.h"
#include "indexer/archive/schema.h"
#include "indexer/archive/stored_text.h"
#include "tests/indexer/news.h"
#include "warraq/analyzers/analyzer.h"

using namespace warraq;
using archive::StoredTextReader;
using archive::StoredTextWriter;
using archive::TextDictionary;
using tests::contents_of;
using tests::many_news_items;
using tests::News;
using tests::news_item;

namespace {

constexpr std::size_t kEnoughForDictionary = 1'200;

std::vector<std::string> dictionaries_in(const News& news, const std::string& folder) {
  return archive::dictionaries_of(Xapian::Database((news.archive() / folder).string()));
}

// What a build trains on the articles of many_news_items().
const TextDictionary& trained() {
  static const TextDictionary dictionary = [] {
    const News news;
    news.build(many_news_items(kEnoughForDictionary));
    return TextDictionary(dictionaries_in(news, "shards/0001").at(0));
  }();
  return dictionary;
}

std::string frame_of(std::string_view json, const TextDictionary* dictionary = nullptr) {
  std::string frame;
  StoredTextWriter(dictionary).append(frame, json);
  return frame;
}

StoredTextReader reader_with(const TextDictionary& dictionary) {
  StoredTextReader reader;
  reader.add_dictionary(dictionary.bytes());
  return reader;
}

// Why `frame` cannot be read; empty where it can.
std::string refusal(const StoredTextReader& reader, std::string_view frame) {
  try {
    static_cast<void>(reader.read(frame));
    return {};
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
}

// The dictionaries that the documents of a database name: 0 for none.
std::vector<std::uint32_t> named_dictionaries(const News& news, const std::string& folder) {
  const Xapian::Database database((news.archive() / folder).string());
  std::vector<std::uint32_t> ids;
  for (auto number = database.postlist_begin(""); number != database.postlist_end(""); ++number) {
    const std::string frame = database.get_document(*number).get_data();
    ids.push_back(ZSTD_getDictID_fromFrame(frame.data(), frame.size()));
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

std::string some_text() {
  std::string text = *rc::gen::arbitrary<std::string>();
  for (int left = *rc::gen::inRange(0, 3); left > 0; --left) text += "قال وزير الخارجية " + text;
  return text;
}

// The only shard of `other`, as one more of `news`.
void join(const News& news, const News& other) {
  archive::Manifest manifest = archive::read_manifest(news.archive());
  const std::string shard = "shards/000" + std::to_string(manifest.shards.size() + 1);
  std::filesystem::copy(other.archive() / "shards/0001", news.archive() / shard);
  manifest.shards.push_back(shard);
  archive::write_manifest(news.archive(), manifest);
}

}  // namespace

TEST_CASE("any text comes back as it was, with a dictionary and without") {
  const TextDictionary& dictionary = trained();
  const StoredTextReader reader = reader_with(dictionary);
  StoredTextWriter plain(nullptr);
  StoredTextWriter with_dictionary(&dictionary);
  CHECK(rc::check("round trip", [&] {
    const std::string text = some_text();
    for (StoredTextWriter* writer : {&plain, &with_dictionary}) {
      std::string out = "before";
      writer->append(out, text);
      RC_ASSERT(out.compare(0, 6, "before") == 0);
      RC_ASSERT(reader.read(std::string_view(out).substr(6)) == text);
    }
  }));
}

TEST_CASE("what was damaged is refused, or reads as before") {
  const TextDictionary& dictionary = trained();
  const StoredTextReader reader = reader_with(dictionary);
  const std::string text = corpus::to_json(many_news_items(1)[0]);
  for (const TextDictionary* used : {static_cast<const TextDictionary*>(nullptr), &dictionary}) {
    const std::string frame = frame_of(text, used);
    for (std::size_t size = 0; size < frame.size(); ++size) {
      CHECK_FALSE(refusal(reader, frame.substr(0, size)).empty());
    }
    for (std::size_t bit = 0; bit < 8 * frame.size(); ++bit) {
      std::string changed = frame;
      changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
      if (refusal(reader, changed).empty()) CHECK(reader.read(changed) == text);
    }
    CHECK(reader.read(frame) == text);
  }
}

TEST_CASE("any bytes are refused, or are a frame") {
  const StoredTextReader reader = reader_with(trained());
  CHECK(rc::check("any bytes", [&] {
    std::string bytes = *rc::gen::arbitrary<std::string>();
    if (*rc::gen::arbitrary<bool>()) bytes.insert(0, "\x28\xB5\x2F\xFD");
    static_cast<void>(refusal(reader, bytes));
  }));
  CHECK(refusal(reader, "") == "no zstd frame");
  CHECK(refusal(reader, "{\"id\": \"1\", \"body\": \"نص\"}") == "no zstd frame");
}

TEST_CASE("a frame that claims more than an article may have is refused before memory is taken") {
  // Magic number, one segment with a size of eight bytes, and an empty last block.
  std::string frame("\x28\xB5\x2F\xFD\xE0\0\0\0\0\0\0\0\x7F\x01\0\0", 16);
  CHECK(refusal(StoredTextReader(), frame) == "a frame that claims 9151314442816847872 bytes");
  frame.replace(5, 8, std::string("\x01\0\xF0\x05\0\0\0\0", 8));  // one byte too many
  CHECK(refusal(StoredTextReader(), frame) == "a frame that claims 99614721 bytes");
  const std::string largest(archive::kMaxStoredBytes, 'a');
  CHECK(StoredTextReader().read(frame_of(largest)) == largest);
}

TEST_CASE("a frame whose dictionary is not there is refused by its number") {
  const TextDictionary& dictionary = trained();
  const std::string frame = frame_of("{}", &dictionary);
  CHECK(refusal(StoredTextReader(), frame) == "a frame made with the dictionary " +
                                                  std::to_string(dictionary.id()) +
                                                  ", which is not there");
}

TEST_CASE("what is no dictionary is none") {
  StoredTextReader reader;
  const std::string& good = trained().bytes();
  for (const std::string& bytes : {std::string(), std::string("نص"), good.substr(0, 40)}) {
    CHECK_THROWS_AS(reader.add_dictionary(bytes), std::invalid_argument);
    CHECK_THROWS_AS(TextDictionary{bytes}, std::invalid_argument);
  }
}

TEST_CASE("an archive is stored with a dictionary of its own, unless it is small") {
  const News small;
  small.build(many_news_items(100));
  CHECK(dictionaries_in(small, "shards/0001").empty());
  CHECK(named_dictionaries(small, "shards/0001") == std::vector<std::uint32_t>{0});

  const News news;
  const auto articles = many_news_items(kEnoughForDictionary);
  news.build(articles);
  const auto dictionaries = dictionaries_in(news, "shards/0001");
  REQUIRE(dictionaries.size() == 1);
  CHECK(named_dictionaries(news, "shards/0001") ==
        std::vector<std::uint32_t>{TextDictionary(dictionaries[0]).id()});
  CHECK(contents_of(news.archive()) == contents_of(articles));
  CHECK(news.problems().empty());
}

TEST_CASE("additions are stored with the dictionary of the shards, and compact keeps it") {
  const News news;
  auto articles = many_news_items(kEnoughForDictionary);
  news.build(articles);
  const auto dictionaries = dictionaries_in(news, "shards/0001");
  const auto more = many_news_items(3, "زيادة");
  news.add({more[0]});
  news.add({more[1], more[2]});
  CHECK(dictionaries_in(news, "live") == dictionaries);
  const std::vector<std::uint32_t> id = {TextDictionary(dictionaries.at(0)).id()};
  CHECK(named_dictionaries(news, "live") == id);

  articles.insert(articles.end(), more.begin(), more.end());
  indexer::compact(news.archive(), {});
  CHECK(dictionaries_in(news, "shards/0002") == dictionaries);
  CHECK(named_dictionaries(news, "shards/0002") == id);
  CHECK(contents_of(news.archive()) == contents_of(articles));
  CHECK(news.problems().empty());
}

TEST_CASE("shards with other dictionaries, or none, are read and compacted side by side") {
  const News news;
  const News second;
  const News third;
  news.build(many_news_items(5, "قليل"));
  second.build(many_news_items(kEnoughForDictionary, "خبر"));
  third.build(many_news_items(kEnoughForDictionary, "آخر"));
  const auto of_second = dictionaries_in(second, "shards/0001");
  REQUIRE(of_second != dictionaries_in(third, "shards/0001"));
  auto contents = contents_of(news.archive());
  for (const News* other : {&second, &third}) {
    contents.merge(contents_of(other->archive()));
    join(news, *other);
  }
  const auto added = news_item("جديد", "", "نص");
  news.add({added});
  contents.emplace(added.id, added);
  CHECK(dictionaries_in(news, "live") == of_second);
  CHECK(contents_of(news.archive()) == contents);
  indexer::compact(news.archive(), {});
  CHECK(indexer::info(news.archive()).databases.size() == 1);
  CHECK(contents_of(news.archive()) == contents);
  CHECK(news.problems().empty());
}

TEST_CASE("a dictionary that is broken or gone makes a damaged archive") {
  const News news;
  news.build(many_news_items(kEnoughForDictionary));
  const auto shard = (news.archive() / "shards/0001").string();
  const std::string key = archive::dictionary_key(trained().id());
  const auto change = [&](const std::string& bytes) {
    Xapian::WritableDatabase database(shard, Xapian::DB_OPEN);
    database.set_metadata(key, bytes);
    database.commit();
  };
  change("");
  CHECK(news.problems().find(
            "shards/0001, document 1: is stored as a frame made with the dictionary") == 0);
  change("لا قاموس");
  CHECK(tests::error_code([&] { static_cast<void>(tests::dump(news.archive())); }) ==
        tests::code(ErrorCode::no_archive));
  CHECK(news.problems().find("shards/0001 keeps a dictionary that is none") != std::string::npos);
}
