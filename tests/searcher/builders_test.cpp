// Whichever way an archive was built, a query finds the same in it.
#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <vector>

#include "tests/corpus/support/real_data.h"
#include "tests/corpus/support/temp_folder.h"
#include "tests/searcher/test_archive.h"
#include "warraq/indexer/indexer.h"

using namespace warraq;
using searcher::Answer;
using searcher::Searcher;

namespace {

// The fixed queries of the benchmark, and each of them as a phrase of its first two words.
std::vector<std::string> fixed_queries() {
  std::ifstream in(WARRAQ_SOURCE_DIR "/tools/bench/queries.tsv");
  std::vector<std::string> queries;
  for (std::string line; std::getline(in, line);) {
    const std::string query = line.substr(line.find('\t') + 1);
    queries.push_back(query);
    queries.push_back("\"" + query.substr(0, query.find(' ', query.find(' ') + 1)) + "\"");
  }
  return queries;
}

void build(const std::string& archive, const std::string& input, indexer::Builder builder) {
  indexer::RunOptions options;
  options.builder = builder;
  indexer::build(archive, {input}, options);
}

void check_same_answers(const Answer& answer, const Answer& other) {
  CHECK(answer.total == other.total);
  CHECK(answer.total_is_exact == other.total_is_exact);
  REQUIRE(answer.hits.size() == other.hits.size());
  for (std::size_t i = 0; i < answer.hits.size(); ++i) {
    CHECK(answer.hits[i].article == other.hits[i].article);
    CHECK(answer.hits[i].score == other.hits[i].score);
    CHECK(answer.hits[i].snippets.size() == other.hits[i].snippets.size());
  }
}

// How many hits the queries have, in both archives the same.
std::size_t check_queries_over(const std::string& input) {
  const tests::TempFolder folder;
  build(folder / "bulk", input, indexer::Builder::bulk);
  build(folder / "api", input, indexer::Builder::xapian);
  Searcher bulk(folder / "bulk");
  Searcher api(folder / "api");
  std::size_t hits = 0;
  for (const std::string& query : fixed_queries()) {
    CAPTURE(query);
    const Answer answer = bulk.search(tests::request_for(query));
    check_same_answers(answer, api.search(tests::request_for(query)));
    hits += answer.hits.size();
  }
  return hits;
}

}  // namespace

TEST_CASE("the sample archive answers the same, however it was built") {
  CHECK(check_queries_over(WARRAQ_SOURCE_DIR "/corpus/sample") > 200);
}

TEST_CASE("an archive of real news answers the same, however it was built") {
  const auto news = tests::real_data("news/ant_jawhara.jsonl.gz");
  if (!news) return;
  CHECK(check_queries_over(*news) > 2'000);
}
