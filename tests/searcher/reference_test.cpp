// What the engine finds is what a search without an index finds: on generated queries over real
// articles, printed in the query language and read again.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "searcher/query/tree.h"
#include "tests/corpus/support/real_data.h"
#include "tests/corpus/support/temp_folder.h"
#include "tests/searcher/query_generator.h"
#include "tests/searcher/reference_search.h"
#include "warraq/analyzers/date.h"
#include "warraq/corpus/reader.h"
#include "warraq/indexer/indexer.h"
#include "warraq/searcher/facets.h"
#include "warraq/searcher/searcher.h"

namespace {

using warraq::corpus::Article;
using warraq::searcher::Answer;
using warraq::searcher::Request;
using warraq::searcher::Searcher;

// Sanitizers make the reference ten times as slow.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t kQueries = 300;
#else
constexpr std::size_t kQueries = 3'000;
#endif

constexpr std::size_t kArticles = 2'000;  // about

Request all_of(const std::string& query) {
  Request request;
  request.query = query;
  request.variants = false;
  request.limit = 10 * kArticles;
  request.snippets = 0;
  return request;
}

// A prefix with very many words is not searched whole.
bool is_cut(const Answer& answer) {
  return std::any_of(answer.notes.begin(), answer.notes.end(), [](const std::string& note) {
    return note.find("most frequent were searched") != std::string::npos;
  });
}

std::vector<std::string> ids_of(const Answer& answer) {
  CHECK(answer.total == answer.hits.size());
  std::vector<std::string> ids;
  for (const auto& hit : answer.hits) ids.push_back(hit.article.id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

// Every twentieth of the real articles.
std::vector<Article> read_articles(const std::filesystem::path& news) {
  warraq::corpus::CorpusReader reader({news.string()}, {});
  std::vector<Article> result;
  for (std::size_t number = 0; const auto record = reader.next(); ++number) {
    if (number % 20 != 0) continue;
    if (const auto* read = std::get_if<warraq::corpus::ReadArticle>(&*record)) {
      result.push_back(read->article);
    }
  }
  return result;
}

// A tenth is added later, and of the rest some are replaced by what they were and some deleted.
void make_archive(const std::filesystem::path& archive, const std::vector<Article>& articles,
                  const warraq::tests::TempFolder& folder) {
  std::string built;
  std::string added;
  std::vector<std::string> deleted;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const std::string line = warraq::corpus::to_json(articles[i]) + '\n';
    if (i % 10 != 9) built += line;
    if (i % 10 == 9 || i % 30 == 8) added += line;
    if (i % 50 == 7) deleted.push_back(articles[i].id);
  }
  warraq::indexer::build(archive, {folder.write("built.jsonl", built)}, {});
  warraq::indexer::add(archive, {folder.write("added.jsonl", added)}, {});
  warraq::indexer::remove(archive, deleted);
}

using Counts = std::map<std::string, std::uint64_t>;

// Articles by what `key` makes of them; those with nothing to count are left out.
template <typename Key>
Counts counts_of(const std::map<std::string, Article>& articles,
                 const std::vector<std::string>& ids, Key key) {
  Counts result;
  for (const std::string& id : ids) ++result[key(articles.at(id))];
  result.erase("");
  return result;
}

std::string month_of(const Article& article) {
  const auto day = warraq::analyzers::parse_date(article.date);
  return day ? day->iso().substr(0, 7) : "";
}

// Counts by field and over time are counts of what is listed.
void check_counts(Searcher& searcher, const std::string& query,
                  const std::map<std::string, Article>& articles,
                  const std::vector<std::string>& ids) {
  using warraq::searcher::FacetField;
  const auto facets = searcher.facets(
      all_of(query), {FacetField::source, FacetField::category, FacetField::month}, kArticles);
  CHECK(facets.total == ids.size());
  const auto found = [&](std::size_t facet) {
    Counts result;
    for (const auto& value : facets.facets[facet].values) result[value.value] = value.articles;
    return result;
  };
  const Counts months = counts_of(articles, ids, month_of);
  CHECK(found(0) == counts_of(articles, ids, [](const Article& each) { return each.source; }));
  CHECK(found(1) == counts_of(articles, ids, [](const Article& each) { return each.category; }));
  CHECK(found(2) == months);

  const auto timeline = searcher.timeline(all_of(query), warraq::searcher::Interval::month);
  Counts over_time;
  std::uint64_t sum = timeline.undated;
  for (const auto& interval : timeline.intervals) {
    if (interval.articles > 0) over_time[interval.first.iso().substr(0, 7)] = interval.articles;
    sum += interval.articles;
  }
  CHECK(over_time == months);
  CHECK(sum == ids.size());
}

}  // namespace

TEST_CASE("a search without an index finds the same, and counts it the same") {
  const auto news = warraq::tests::real_data("news");
  if (!news) return;
  const warraq::tests::TempFolder folder;
  std::vector<Article> articles = read_articles(*news);
  make_archive(folder / "news.warraq", articles, folder);
  Searcher searcher(folder / "news.warraq");
  warraq::tests::ReferenceSearch reference;
  std::erase_if(articles, [&](Article& article) {
    const auto stored = searcher.get(article.id);
    if (!stored) return true;
    article = *stored;
    reference.add(article);
    return false;
  });
  REQUIRE(articles.size() > kArticles * 9 / 10);

  warraq::tests::QueryGenerator generator(articles, 5);
  std::map<std::string, Article> by_id;
  for (const Article& article : articles) by_id.emplace(article.id, article);
  std::size_t found_something = 0;
  for (std::size_t i = 0; i < kQueries; ++i) {
    const auto root = generator.query();
    const std::string query = warraq::searcher::print_query(root);
    CAPTURE(query);
    const auto expected = reference.ids(root);
    const Answer answer = searcher.search(all_of(query));
    if (!is_cut(answer)) CHECK(ids_of(answer) == expected);
    if (i % 3 == 0) check_counts(searcher, query, by_id, expected);
    found_something += expected.empty() ? 0U : 1U;
  }
  CHECK(found_something > kQueries / 3);
}
