#include <doctest/doctest.h>

#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "indexer/archive/schema.h"
#include "indexer/terms/article_terms.h"
#include "tests/indexer/news.h"

using namespace warraq;
using tests::news_item;

namespace {

struct Indexed {
  std::uint32_t wdf = 0;
  std::vector<std::uint32_t> positions;
};

using Terms = std::map<std::string, Indexed>;

Terms terms_of(const corpus::Article& article) {
  const analyzers::Analyzer analyzer;
  indexer::TermMaker maker(analyzer);
  Terms terms;
  std::string previous;
  for (const indexer::Term& term : maker.make(article).terms) {
    CHECK(previous < term.text);
    previous = term.text;
    terms[previous] = {term.wdf, {term.positions.begin(), term.positions.end()}};
  }
  return terms;
}

std::uint32_t length_of(const Terms& terms) {
  return std::accumulate(terms.begin(), terms.end(), 0U,
                         [](std::uint32_t sum, const auto& term) { return sum + term.second.wdf; });
}

using Positions = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("a word is indexed normalised with positions, exact and stemmed without") {
  const Terms terms = terms_of(news_item("1", "", "المدرسة مدرسة المدرسة"));
  CHECK(terms.at("المدرسه").wdf == 2);
  CHECK(terms.at("المدرسه").positions == Positions{1, 3});
  CHECK(terms.at("XEالمدرسة").wdf == 2);
  CHECK(terms.at("XEالمدرسة").positions.empty());
  CHECK(terms.at("Zمدرس").wdf == 3);
  CHECK(terms.at("Zمدرس").positions.empty());
}

TEST_CASE("a stop word has its own term and no stem, and the name it resembles does not") {
  const Terms terms = terms_of(news_item("1", "", "اتفق علي على اللقاء"));
  CHECK(terms.at("XWعلي").positions == Positions{3});
  CHECK(terms.at("علي").positions == Positions{2});
  CHECK(terms.at("XEعلى").wdf == 1);
  CHECK(terms.at("XEعلي").wdf == 1);
}

TEST_CASE("the title comes first, and no phrase spans it and the body") {
  const Terms terms = terms_of(news_item("1", "افتتاح المعرض", "المعرض مفتوح"));
  CHECK(terms.at("المعرض").positions == Positions{2, 3 + archive::kTitleGap});
  CHECK(terms.at("Sالمعرض").positions == Positions{2});
  CHECK(terms.at("ZSمعرض").wdf == 1);
  CHECK(terms.count("Sمفتوح") == 0);
}

TEST_CASE("a stop word of the title keeps its place for phrases of the title") {
  const Terms terms = terms_of(news_item("1", "اتفاق على الهدنة", ""));
  CHECK(terms.at("Sعلي").positions == Positions{2});
  CHECK(terms.at("Sالهدنه").positions == Positions{3});
  CHECK(terms.count("ZSعلي") == 0);
}

TEST_CASE("the length that ranking uses counts words, whatever their levels") {
  CHECK(length_of(terms_of(news_item("1", "", "أخبار"))) == 3);
  CHECK(length_of(terms_of(news_item("1", "", "اخبار"))) == 3);
  CHECK(length_of(terms_of(news_item("1", "", "على"))) == 3);
  CHECK(length_of(terms_of(news_item("1", "", "فتح باب الترشح على مصراعيه 2019"))) == 18);
  CHECK(length_of(terms_of(news_item("1", "فتح باب", ""))) == 10);
}

TEST_CASE("fields are filters that ranking does not see") {
  corpus::Article article = news_item("1", "", "خبر", "2019-04-13T10:00:00");
  article.source = "صحيفة الوراق";
  article.category = "رياضة";
  article.author = "سعاد";
  article.agency = "رويترز";
  const Terms terms = terms_of(article);
  for (const char* term : {"Q1", "XSRCصحيفه الوراق", "XCATرياضه", "Aسعاد", "XAGYرويترز"}) {
    REQUIRE_MESSAGE(terms.count(term) == 1, term);
    CHECK(terms.at(term).wdf == 0);
  }
  CHECK(length_of(terms) == 3);
  CHECK(indexer::slot_values(article) ==
        std::vector<indexer::SlotValue>{{archive::slot::kDate, "20190413"},
                                        {archive::slot::kSource, "صحيفة الوراق"},
                                        {archive::slot::kCategory, "رياضة"},
                                        {archive::slot::kAuthor, "سعاد"},
                                        {archive::slot::kAgency, "رويترز"}});
}

TEST_CASE("a date that is none has no slot") {
  CHECK(indexer::slot_values(news_item("1", "", "خبر", "0000-00-00")).empty());
}

TEST_CASE("a value is cut for its slot between characters") {
  corpus::Article article = news_item("1", "", "خبر");
  article.source.append(1, 'x');
  for (int i = 0; i < 5'000; ++i) article.source.append("م");
  const auto values = indexer::slot_values(article);
  REQUIRE(values.size() == 1);
  CHECK(values[0].value.size() == 999);
}

TEST_CASE("an abbreviation is also found as one word, at the place of its first part") {
  const Terms terms = terms_of(news_item("1", "", "نقلت أ.ف.ب عن شهود"));
  REQUIRE(terms.count("افب") == 1);
  CHECK(terms.at("افب").positions == Positions{2});
  CHECK(terms.at("شهود").positions == Positions{6});
}

TEST_CASE("one maker serves many articles") {
  const analyzers::Analyzer analyzer;
  indexer::TermMaker maker(analyzer);
  static_cast<void>(maker.make(news_item("1", "عنوان طويل جدا", "نص آخر تماما")));
  const indexer::ArticleTerms& terms = maker.make(news_item("2", "", "كتاب"));
  std::vector<std::string> found;
  for (const indexer::Term& term : terms.terms) found.emplace_back(term.text);
  CHECK(found == std::vector<std::string>{"Q2", "XEكتاب", "Zكتاب", "كتاب"});
}

TEST_CASE("an article that no database could store is told before it is tried") {
  corpus::Article article = news_item("1", "", std::string(std::size_t{17} << 20, '\1'));
  CHECK(indexer::too_large_to_store(article));
  article.body.assign(std::size_t{17} << 20, 'a');
  CHECK_FALSE(indexer::too_large_to_store(article));
}
