// Our own matcher against Xapian's, over the same terms of the same archives.
#include "searcher/engine/bag_match.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/plan.h"
#include "searcher/engine/weights.h"
#include "tests/corpus/support/file_bytes.h"
#include "tests/searcher/snippet_maker.h"
#include "tests/searcher/test_archive.h"
#include "warraq/analyzers/analyzer.h"

namespace {

using namespace warraq;
using searcher::FoundArticle;
using tests::TestArchive;

// From a word in nearly every article to words in very few.
const std::vector<std::string> kWords = {
    "النفط", "أسعار", "السوق", "ارتفاع", "مصرف", "ميناء", "وزير", "اقتصاد", "قرار", "شركة",
    "تونس",  "مجلس",  "صحافة", "جريدة",  "كتاب", "مدرسة", "طريق", "مستشفى", "ملعب", "قصيدة"};

std::string random_words(std::size_t count, std::mt19937& random) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    // The least of three: words at the front of the list are the frequent ones.
    const auto pick = [&] { return random() % kWords.size(); };
    text += kWords[std::min({pick(), pick(), pick()})] + ' ';
  }
  return text;
}

std::vector<corpus::Article> random_articles(std::size_t count, unsigned first,
                                             std::mt19937& random) {
  std::vector<corpus::Article> articles;
  for (unsigned i = 0; i < count; ++i) {
    articles.push_back(tests::article(std::to_string(first + i), random_words(random() % 4, random),
                                      random_words(1 + random() % 40, random)));
  }
  return articles;
}

struct Asked {
  searcher::AnalysedQuery query;
  searcher::Plan plan;
};

Asked ask(const archive::OpenArchive& archive, const std::string& text, bool all_words,
          const analyzers::Analyzer& analyzer) {
  Asked asked;
  searcher::AnalysisOptions options;
  options.all_words = all_words;
  asked.query = tests::analysed_query(text, searcher::Syntax::plain, options);
  asked.plan = searcher::make_plan(asked.query, analyzer, archive);
  return asked;
}

Xapian::Query scaled(const searcher::BagTerm& term) {
  return {Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term.terms.front()), term.weight};
}

// Some terms find, the others rank.
Xapian::Query query_of(const std::vector<searcher::BagTerm>& bag) {
  using Role = searcher::BagTerm::Role;
  const auto joined = [&](Xapian::Query::op op, auto wanted) {
    std::vector<Xapian::Query> queries;
    for (const searcher::BagTerm& term : bag) {
      if (wanted(term.role)) queries.push_back(scaled(term));
    }
    return Xapian::Query(op, queries.begin(), queries.end());
  };
  const auto demanded =
      joined(Xapian::Query::OP_AND, [](Role role) { return role == Role::demands; });
  const auto found = joined(Xapian::Query::OP_OR, [](Role role) { return role == Role::finds; });
  const auto ranked = joined(Xapian::Query::OP_OR, [](Role role) { return role == Role::ranks; });
  return {Xapian::Query::OP_AND_MAYBE, demanded.empty() ? found : demanded, ranked};
}

std::vector<FoundArticle> found_by_xapian(const archive::OpenArchive& archive,
                                          const searcher::Plan& plan) {
  Xapian::Enquire enquire(archive.database());
  enquire.set_weighting_scheme(searcher::ranking_weight());
  enquire.set_query(query_of(plan.bag));
  const Xapian::MSet set = enquire.get_mset(0, archive.database().get_doccount());
  std::vector<FoundArticle> found;
  for (auto item = set.begin(); item != set.end(); ++item) {
    if (!archive.is_superseded(*item)) found.push_back({*item, item.get_weight(), false});
  }
  return found;
}

// The same articles, with the same scores to the last digits, best first. Articles whose scores
// differ in the last digits only may stand in either order.
void check_same(const archive::OpenArchive& archive, const std::string& text, bool all_words,
                const analyzers::Analyzer& analyzer, std::size_t count) {
  const Asked asked = ask(archive, text, all_words, analyzer);
  const auto expected = found_by_xapian(archive, asked.plan);
  const auto found = searcher::match_bag(archive, asked.plan.bag, count);
  INFO(text);
  REQUIRE(found.total == expected.size());
  REQUIRE(found.best.size() == std::min(count, expected.size()));
  const auto everything = searcher::match_bag(archive, asked.plan.bag, expected.size()).best;
  for (std::size_t i = 0; i < found.best.size(); ++i) {
    REQUIRE(found.best[i].document == everything[i].document);
    REQUIRE(found.best[i].score == doctest::Approx(expected[i].score).epsilon(1e-12));
    const auto same = std::find_if(expected.begin(), expected.end(), [&](const auto& article) {
      return article.document == found.best[i].document;
    });
    REQUIRE(same != expected.end());
    REQUIRE(found.best[i].score == doctest::Approx(same->score).epsilon(1e-12));
    if (i > 0) REQUIRE(found.best[i].score <= found.best[i - 1].score);
  }
}

void check_identical(const std::vector<FoundArticle>& left,
                     const std::vector<FoundArticle>& right) {
  REQUIRE(left.size() == right.size());
  for (std::size_t i = 0; i < left.size(); ++i) {
    REQUIRE(left[i].document == right[i].document);
    REQUIRE(left[i].score == right[i].score);
  }
}

void check_queries(const std::filesystem::path& path, std::mt19937& random, int queries) {
  const analyzers::Analyzer analyzer;
  const archive::OpenArchive archive(path, analyzer.fingerprint());
  for (int i = 0; i < queries; ++i) {
    const std::string text = random_words(1 + random() % 6, random);
    for (const bool all_words : {false, true}) {
      check_same(archive, text, all_words, analyzer, 1 + random() % 40);
    }
  }
}

}  // namespace

TEST_CASE("shards, live/ and superseded versions are matched as Xapian matches them") {
  for (const unsigned seed : {1U, 2U, 3U}) {
    std::mt19937 random(seed);
    TestArchive archive(random_articles(std::size_t{300} * seed, 0, random));
    check_queries(archive.path(), random, 20);
    archive.add(random_articles(80, 250, random));
    archive.remove("17");
    check_queries(archive.path(), random, 60);
  }
}

TEST_CASE("an archive of many windows") {
  std::mt19937 random(4);
  auto articles = random_articles(9'000, 0, random);
  // Words whose articles lie far apart.
  articles[3].body += " خنفشار";
  articles[8'900].body += " خنفشار منجنيق";
  const TestArchive archive(articles);
  check_queries(archive.path(), random, 60);
  const analyzers::Analyzer analyzer;
  const archive::OpenArchive opened(archive.path(), analyzer.fingerprint());
  for (const bool all_words : {false, true}) {
    check_same(opened, "خنفشار منجنيق", all_words, analyzer, 10);
    check_same(opened, "خنفشار النفط", all_words, analyzer, 10);
    check_same(opened, "النفط كلمةغائبة", all_words, analyzer, 10);
  }
}

TEST_CASE("a shard without the file of postings answers the same") {
  std::mt19937 random(5);
  const TestArchive archive(random_articles(500, 0, random));
  const analyzers::Analyzer analyzer;
  const auto answers = [&] {
    const archive::OpenArchive opened(archive.path(), analyzer.fingerprint());
    const Asked asked = ask(opened, "أسعار النفط في السوق", false, analyzer);
    return searcher::match_bag(opened, asked.plan.bag, 500).best;
  };
  const auto with = answers();
  std::filesystem::remove(archive.path() / "shards/0001" / archive::kPackedPostingsFile);
  std::filesystem::remove(archive.path() / "shards/0001" / archive::kPlacesFile);
  const auto without = answers();
  check_identical(with, without);
}

TEST_CASE("where a packed list is damaged, the database's own goes on") {
  std::mt19937 random(8);
  const TestArchive archive(random_articles(1'000, 0, random));
  const analyzers::Analyzer analyzer;
  const auto shard = archive.path() / "shards/0001";
  const auto answers = [&] {
    const archive::OpenArchive opened(archive.path(), analyzer.fingerprint());
    const Asked asked = ask(opened, "النفط السوق", false, analyzer);
    return searcher::match_bag(opened, asked.plan.bag, 1'000).best;
  };
  const auto whole = answers();
  // The list of the first word begins with its number of documents; behind the entries of its
  // blocks stand the blocks, each with a width of numbers that is 32 at most.
  const Xapian::Database database(shard.string());
  const std::string term =
      ask(archive::OpenArchive(archive.path(), analyzer.fingerprint()), "النفط", false, analyzer)
          .plan.bag.front()
          .terms.front();
  const auto packed = archive::PackedPostings::open(shard, database);
  const auto list = packed->find(term);
  REQUIRE(list->blocks() > 3);
  std::fstream file(shard / archive::kPackedPostingsFile,
                    std::ios::in | std::ios::out | std::ios::binary);
  const std::uint32_t documents = list->documents();
  const std::string count(reinterpret_cast<const char*>(&documents), sizeof documents);
  const std::size_t lengths = 4 * (database.get_lastdocid() + std::size_t{1});
  const std::size_t begin =
      tests::file_bytes(shard / archive::kPackedPostingsFile).find(count, lengths);
  const std::size_t first_block = begin + 4 + list->blocks() * sizeof(archive::BlockEntry);
  for (const std::uint32_t block : {2U, 1U, 0U}) {
    const std::uint32_t at = block == 0 ? 0 : list->entry(block - 1).end;
    file.seekp(static_cast<std::streamoff>(first_block + at));
    file.put(77);
    file.flush();
    check_identical(answers(), whole);
  }
}

TEST_CASE("nothing asked for, nothing kept, everything counted") {
  std::mt19937 random(6);
  const TestArchive archive(random_articles(200, 0, random));
  const analyzers::Analyzer analyzer;
  const archive::OpenArchive opened(archive.path(), analyzer.fingerprint());
  CHECK(searcher::match_bag(opened, {}, 10).total == 0);
  const Asked asked = ask(opened, "النفط", false, analyzer);
  const auto found = searcher::match_bag(opened, asked.plan.bag, 0);
  CHECK(found.best.empty());
  CHECK(found.total == found_by_xapian(opened, asked.plan).size());
}
