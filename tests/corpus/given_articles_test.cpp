#include <doctest/doctest.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "warraq/corpus/given_articles.h"

using namespace warraq::corpus;

namespace {

std::vector<Record> all(Reader& reader) {
  std::vector<Record> records;
  while (auto record = reader.next()) records.push_back(std::move(*record));
  return records;
}

std::vector<Record> given(std::vector<Article> articles) {
  std::size_t next = 0;
  const auto reader = read_articles([&]() -> std::optional<Article> {
    if (next == articles.size()) return std::nullopt;
    return articles[next++];
  });
  return all(*reader);
}

const Article& article_of(const Record& record) { return std::get<ReadArticle>(record).article; }

}  // namespace

TEST_CASE("articles from memory come as they were given, and get an id where they have none") {
  Article first;
  first.id = "خبر-1";
  first.title = "افتتاح مكتبة الميناء";
  first.body = "افتتحت البلدية أمس مكتبة عامة.\nوحضر الافتتاح جمع من القراء.";
  first.extra = {{"pages", "[1,\n2]"}};
  Article second;
  second.title = "مباراة ودية";

  const auto records = given({first, second, second});
  REQUIRE(records.size() == 3);
  CHECK(article_of(records[0]).id == first.id);
  CHECK(article_of(records[0]).title == first.title);
  CHECK(article_of(records[0]).body == first.body);
  CHECK(article_of(records[0]).extra == std::vector<ExtraField>{{"pages", "[1,2]"}});
  CHECK(article_of(records[1]).id.starts_with("content:"));
  CHECK(article_of(records[1]).id == article_of(records[2]).id);
}

TEST_CASE("what is no article is rejected, and the next is read") {
  Article broken;
  broken.title = "عنوان";
  broken.extra = {{"pages", "[1,"}};
  Article last;
  last.title = "مباراة ودية";
  const auto records = given({Article(), broken, last});
  REQUIRE(records.size() == 3);
  CHECK(std::holds_alternative<Rejection>(records[0]));
  REQUIRE(std::holds_alternative<Rejection>(records[1]));
  CHECK(std::get<Rejection>(records[1]).origin.file == kGivenName);
  CHECK(std::get<Rejection>(records[1]).origin.record == 2);
  CHECK(article_of(records[2]).title == last.title);
}

TEST_CASE("JSON lines from memory: blank lines, bad ones, the last without a line feed") {
  const auto reader =
      read_json_lines("{\"title\":\"أول\"}\n\n{\"title\":\n{\"title\":\"<b>ثان</b>\"}");
  const auto records = all(*reader);
  REQUIRE(records.size() == 3);
  CHECK(article_of(records[0]).title == "أول");
  CHECK(std::get<Rejection>(records[1]).origin.line == 3);
  CHECK(article_of(records[2]).title == "ثان");
  // As an empty file is.
  const auto none = all(*read_json_lines({}));
  REQUIRE(none.size() == 1);
  CHECK(std::holds_alternative<Rejection>(none[0]));
}

TEST_CASE("what the caller throws goes through") {
  const auto reader =
      read_articles([]() -> std::optional<Article> { throw std::runtime_error("mine"); });
  CHECK_THROWS_AS(static_cast<void>(reader->next()), std::runtime_error);
}
