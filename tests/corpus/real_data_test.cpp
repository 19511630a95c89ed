// Over the real articles of WARRAQ_TEST_DATA, where it is set.
#include <doctest/doctest.h>

#include "tests/corpus/support/reading.h"
#include "tests/corpus/support/real_data.h"
#include "warraq/analyzers/date.h"

namespace {

using namespace warraq::corpus;

TEST_CASE("the news archive is read whole, and every article comes back from its JSON") {
  const auto news = warraq::tests::real_data("news");
  if (!news) return;
  CorpusReader reader({*news}, {});
  ArticleParser parser;
  std::size_t articles = 0;
  std::size_t without_date = 0;
  std::size_t date_in_body = 0;
  std::size_t changed = 0;
  while (const std::optional<Record> record = reader.next()) {
    REQUIRE(std::holds_alternative<ReadArticle>(*record));
    const Article& article = std::get<ReadArticle>(*record).article;
    ++articles;
    without_date += warraq::analyzers::parse_date(article.date) ? 0U : 1U;
    date_in_body += warraq::analyzers::find_date(article.body) ? 1U : 0U;
    changed += parser.parse(to_json(article)).article == article ? 0U : 1U;
  }
  CHECK(articles == 40'002);
  CHECK(without_date == 482);
  CHECK(date_in_body == 3'390);
  CHECK(changed == 0);
}

}  // namespace
