// Ranking against Xapian's own, over the same terms of the same databases.
#include <doctest/doctest.h>
#include <xapian.h>

#include <map>
#include <string>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "indexer/archive/schema.h"
#include "searcher/engine/weights.h"
#include "tests/searcher/test_archive.h"
#include "warraq/analyzers/analyzer.h"

namespace {

using warraq::searcher::kWeights;
using warraq::tests::article;
using warraq::tests::TestArchive;

// Articles of few words in many mixtures, so that scores differ.
std::vector<warraq::corpus::Article> mixtures() {
  const std::vector<std::string> words = {"النفط", "أسعار", "السوق", "ارتفاع", "المصرف", "الميناء"};
  std::vector<warraq::corpus::Article> result;
  for (unsigned number = 0; number < 60; ++number) {
    std::string body = "تقرير";
    for (unsigned i = 0; i < words.size(); ++i) {
      for (unsigned times = 0; times < (number >> i) % 3; ++times) body += " " + words[i];
    }
    result.push_back(article(std::to_string(number), "", body));
  }
  return result;
}

std::map<std::string, double> scores_by_xapian(const TestArchive& archive,
                                               const std::vector<std::string>& words) {
  namespace prefix = warraq::archive::prefix;
  const warraq::analyzers::Analyzer analyzer;
  const warraq::archive::OpenArchive opened(archive.path(), analyzer.fingerprint());
  std::map<std::string, double> result;
  warraq::analyzers::Analysis analysis;
  for (const std::string& word : words) {
    analyzer.analyze(word, analysis);
    const auto& token = analysis.tokens()[0];
    Xapian::Enquire enquire(opened.database());
    enquire.set_weighting_scheme(
        Xapian::BM25Weight(kWeights.k1, 0, kWeights.k3, kWeights.b, kWeights.min_norm_length));
    enquire.set_query(Xapian::Query(std::string(prefix::kStem).append(token.stem)));
    const Xapian::MSet found = enquire.get_mset(0, 1000);
    for (auto item = found.begin(); item != found.end(); ++item) {
      const std::string json = opened.stored_json(*item);
      const auto parsed = warraq::corpus::ArticleParser().parse(json);
      result[parsed.article->id] += kWeights.stem * item.get_weight();
    }
  }
  return result;
}

}  // namespace

TEST_CASE("words in other forms than the articles' score as their stems do in Xapian") {
  const TestArchive archive(mixtures());
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"نفط"}, {"نفط", "وأسعار"}, {"سوق", "الارتفاع", "ومصرف"}}) {
    std::string query;
    for (const std::string& word : words) query += word + " ";
    auto request = warraq::tests::request_for(query);
    request.limit = 100;
    const auto answer = archive.open().search(request);
    const auto expected = scores_by_xapian(archive, words);
    CHECK(answer.hits.size() == expected.size());
    double above = 1e9;
    for (const auto& hit : answer.hits) {
      CHECK(hit.score == doctest::Approx(expected.at(hit.article.id)).epsilon(1e-9));
      CHECK(hit.score <= above);
      above = hit.score;
    }
  }
}

TEST_CASE("an article with the very word comes before one with a relative of it") {
  const TestArchive archive({article("relative", "", "زار الكاتبون معارض المدينة"),
                             article("same", "", "زار الكاتبون المعارض الجديدة")});
  CHECK(archive.ids("المعارض") == std::vector<std::string>{"same", "relative"});
  CHECK(archive.ids("معارض") == std::vector<std::string>{"relative", "same"});
}

// The best are looked at once more, and the rest are not: pages must not tell.
TEST_CASE("pages put together are the whole answer, and scores never rise") {
  std::vector<warraq::corpus::Article> articles;
  for (const auto& mixture : mixtures()) {
    for (const char* form : {" النفط", " والنفط", " نفط"}) {
      articles.push_back(article(mixture.id + form, "", mixture.body + form));
    }
  }
  const TestArchive archive(articles);
  auto request = warraq::tests::request_for("النفط السوق");
  request.limit = 1000;
  const auto whole = archive.open().search(request);
  REQUIRE(whole.hits.size() == articles.size());
  std::vector<std::string> ids;
  double above = 1e9;
  for (const auto& hit : whole.hits) {
    CHECK(hit.score <= above);
    above = hit.score;
    ids.push_back(hit.article.id);
  }
  for (const std::size_t size : {7U, 20U, 50U}) {
    std::vector<std::string> pages;
    request.limit = size;
    for (request.offset = 0; request.offset < ids.size(); request.offset += size) {
      for (const auto& hit : archive.open().search(request).hits) pages.push_back(hit.article.id);
    }
    CHECK(pages == ids);
  }
}
