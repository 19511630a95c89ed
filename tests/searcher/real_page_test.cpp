// A page of a real newspaper, saved as text with the page's furniture in it and indexed as it is.
#include <doctest/doctest.h>

#include <string>

#include "tests/corpus/support/real_data.h"
#include "tests/corpus/support/temp_folder.h"
#include "tests/searcher/snippet_maker.h"
#include "tests/searcher/test_archive.h"
#include "warraq/indexer/indexer.h"

namespace {

using warraq::searcher::Answer;
using warraq::searcher::Searcher;
using warraq::tests::request_for;

// The first snippet of the only hit, its highlights in [brackets]; empty where nothing is found.
std::string found(Searcher& searcher, const std::string& query) {
  const Answer answer = searcher.search(request_for(query));
  return answer.hits.empty() ? "" : warraq::tests::marked(answer.hits.front().snippets.at(0));
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a real page is found, and highlighted in its own spelling") {
  const auto page = warraq::tests::real_data("formats/plain/albayan-2019-04.txt");
  if (!page) return;
  const warraq::tests::TempFolder folder;
  warraq::indexer::build(folder / "page.warraq", {page->string()}, {});
  Searcher searcher(folder / "page.warraq");

  CHECK(contains(found(searcher, "طوفان الكرامة"), "«[طوفان] [الكرامة]»"));
  CHECK(contains(found(searcher, "العملية"), "[العملية]"));
  CHECK(contains(found(searcher, "\"الجيش الليبي\""), "[الجيش الليبي]"));
  CHECK(contains(found(searcher, "=غوتيريس"), "[غوتيريس]"));
  CHECK(found(searcher, "=غوتيريش").empty());
}
