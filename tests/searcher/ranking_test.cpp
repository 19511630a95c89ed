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
    for (const auto& [term, weight] : std::vector<std::pair<std::string, double>>{
             {std::string(prefix::kStem).append(token.stem), kWeights.stem},
             {std::string(prefix::kNormalised).append(token.normalised), kWeights.normalised}}) {
      Xapian::Enquire enquire(opened.database());
      enquire.set_weighting_scheme(
          Xapian::BM25Weight(kWeights.k1, 0, kWeights.k3, kWeights.b, kWeights.min_norm_length));
      enquire.set_query(Xapian::Query(term));
      const Xapian::MSet found = enquire.get_mset(0, 1000);
      for (auto item = found.begin(); item != found.end(); ++item) {
        const std::string json = warraq::archive::stored_json(opened.database(), *item);
        const auto parsed = warraq::corpus::ArticleParser().parse(json);
        result[parsed.article->id] += weight * item.get_weight();
      }
    }
  }
  return result;
}

}  // namespace

TEST_CASE("a bag of words scores as its terms do one by one in Xapian") {
  const TestArchive archive(mixtures());
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"النفط"}, {"النفط", "أسعار"}, {"السوق", "ارتفاع", "المصرف"}}) {
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
