#include "tests/searcher/test_archive.h"

#include <algorithm>
#include <utility>

#include "warraq/indexer/indexer.h"

namespace warraq::tests {
namespace {

indexer::RunOptions one_job() {
  indexer::RunOptions options;
  options.jobs = 1;
  return options;
}

}  // namespace

corpus::Article article(std::string id, std::string title, std::string body, std::string date) {
  corpus::Article result;
  result.id = std::move(id);
  result.title = std::move(title);
  result.body = std::move(body);
  result.date = std::move(date);
  return result;
}

TestArchive::TestArchive(const std::vector<corpus::Article>& articles) {
  indexer::build(path(), {write_input(articles)}, one_job());
}

void TestArchive::add(const std::vector<corpus::Article>& articles) {
  indexer::add(path(), {write_input(articles)}, one_job());
}

void TestArchive::remove(const std::string& id) { indexer::remove(path(), {id}); }

std::string TestArchive::write_input(const std::vector<corpus::Article>& articles) const {
  std::string lines;
  for (const corpus::Article& each : articles) lines += corpus::to_json(each) + '\n';
  return folder_.write("input.jsonl", lines);
}

std::vector<std::string> TestArchive::ids(const searcher::Request& request) const {
  std::vector<std::string> result;
  for (const searcher::Hit& hit : open().search(request).hits) result.push_back(hit.article.id);
  return result;
}

std::vector<std::string> TestArchive::ids(std::string_view query) const {
  return ids(request_for(query));
}

bool TestArchive::finds(std::string_view query, std::string_view id) const {
  searcher::Request request = request_for(query);
  request.limit = 1000;
  const auto found = ids(request);
  return std::find(found.begin(), found.end(), id) != found.end();
}

searcher::Request request_for(std::string_view query) {
  searcher::Request request;
  request.query = query;
  return request;
}

}  // namespace warraq::tests
