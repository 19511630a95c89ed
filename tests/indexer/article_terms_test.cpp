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

using Terms = std::map<std::string, std::uint32_t>;  // with their wdf

Terms terms_of(const corpus::Article& article) {
  const analyzers::Analyzer analyzer;
  indexer::TermMaker maker(analyzer);
  Terms terms;
  std::string previous;
  for (const indexer::Term& term : maker.make(article).terms) {
    CHECK(previous < term.text);
    previous = term.text;
    terms[previous] = term.wdf;
  }
  return terms;
}

std::uint32_t length_of(const Terms& terms) {
  return std::accumulate(terms.begin(), terms.end(), 0U,
                         [](std::uint32_t sum, const auto& term) { return sum + term.second; });
}

std::vector<indexer::SlotValue> values_of(const corpus::Article& article) {
  return indexer::slot_values(article, {});
}

}  // namespace

TEST_CASE("a word is indexed by its stem") {
  CHECK(terms_of(news_item("1", "", "المدرسة مدرسة المدرسة")) == Terms{{"Q1", 0}, {"Zمدرس", 3}});
}

TEST_CASE("a stop word has its own term and no stem, and the name it resembles does not") {
  const Terms terms = terms_of(news_item("1", "", "اتفق محمد علي على اللقاء"));
  CHECK(terms.at("XWعلي") == 1);
  CHECK(terms.at("Zعل") == 1);
}

TEST_CASE("a title's word counts in the title once more") {
  const Terms terms = terms_of(news_item("1", "افتتاح المعرض", "المعرض مفتوح"));
  CHECK(terms.at("Zمعرض") == 2);
  CHECK(terms.at("ZSمعرض") == 1);
  CHECK(terms.count("ZSمفتوح") == 0);
}

TEST_CASE("the length that ranking uses counts words") {
  CHECK(length_of(terms_of(news_item("1", "", "أخبار"))) == 1);
  CHECK(length_of(terms_of(news_item("1", "", "على"))) == 1);
  CHECK(length_of(terms_of(news_item("1", "", "فتح باب الترشح على مصراعيه 2019"))) == 6);
  CHECK(length_of(terms_of(news_item("1", "فتح باب", ""))) == 4);
  CHECK(length_of(terms_of(news_item("1", "اتفاق على الهدنة", ""))) == 5);
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
    CHECK(terms.at(term) == 0);
  }
  CHECK(length_of(terms) == 1);
  CHECK(values_of(article) ==
        std::vector<indexer::SlotValue>{{archive::slot::kDate, "20190413"},
                                        {archive::slot::kSource, "صحيفة الوراق"},
                                        {archive::slot::kCategory, "رياضة"},
                                        {archive::slot::kAuthor, "سعاد"},
                                        {archive::slot::kAgency, "رويترز"}});
}

TEST_CASE("a date that is none has no slot") {
  CHECK(values_of(news_item("1", "", "خبر", "0000-00-00")).empty());
}

TEST_CASE("a value is cut for its slot between characters") {
  corpus::Article article = news_item("1", "", "خبر");
  article.source.append(1, 'x');
  for (int i = 0; i < 5'000; ++i) article.source.append("م");
  const auto values = values_of(article);
  REQUIRE(values.size() == 1);
  CHECK(values[0].value.size() == 999);
}

TEST_CASE("an abbreviation is also found as one word") {
  CHECK(terms_of(news_item("1", "", "نقلت أ.ف.ب عن شهود")).count("Zافب") == 1);
}

TEST_CASE("the stream of words is in its slot, and made by itself is the same") {
  const analyzers::Analyzer analyzer;
  analyzers::Analysis analysis;
  indexer::TermMaker maker(analyzer);
  const auto article = news_item("1", "افتتاح المعرض", "نقلت أ.ف.ب عن شهود");
  const std::string stream = indexer::word_stream_of(article, analyzer, analysis);
  const auto words = archive::WordStream::read(stream);
  REQUIRE(words.has_value());
  CHECK(words->size() == 8);
  CHECK(words->title_words() == 2);
  REQUIRE(words->joined_size() == 1);
  CHECK(words->joined_position(0) == 3);
  const auto& values = maker.make(article).values;
  REQUIRE(values.size() == 1);
  CHECK(values[0] == indexer::SlotValue{archive::slot::kWordStream, stream});
  CHECK(indexer::word_stream_of(news_item("1", "…", ""), analyzer, analysis).empty());
}

TEST_CASE("the stream of words has the sentences and paragraphs of what is searched") {
  using archive::Stretches;
  const analyzers::Analyzer analyzer;
  analyzers::Analysis analysis;
  const auto ends_of = [&](const corpus::Article& article, Stretches::Of of) {
    const std::string stream = indexer::word_stream_of(article, analyzer, analysis);
    const auto words = archive::WordStream::read(stream);
    REQUIRE(words.has_value());
    std::vector<std::uint32_t> ends;
    for (Stretches stretches(*words, of); stretches.next();) ends.push_back(stretches.end());
    return ends;
  };
  using Ends = std::vector<std::uint32_t>;
  const std::string body = "بدأ الحفل. غادر الوفد.\n\nاقرأ أيضا أخبارنا\nوصل الضيف";
  auto article = news_item("1", "عاجل! افتتاح المعرض", body);
  CHECK(ends_of(article, Stretches::Of::sentences) == Ends{1, 3, 5, 7, 10, 12});
  CHECK(ends_of(article, Stretches::Of::paragraphs) == Ends{3, 7, 10, 12});
  CHECK(ends_of(article, Stretches::Of::texts) == Ends{3, 12});
  // Page furniture is not searched, and ends what stands before it.
  const std::string line = "اقرأ أيضا أخبارنا";
  article.furniture.push_back({body.find(line), body.find(line) + line.size()});
  CHECK(ends_of(article, Stretches::Of::paragraphs) == Ends{3, 7, 9});
  // Signs that are no words may stand where a sentence begins.
  CHECK(ends_of(news_item("2", "", "انتهى. ـ غادر"), Stretches::Of::sentences) == Ends{1, 2});
}

TEST_CASE("one maker serves many articles") {
  const analyzers::Analyzer analyzer;
  indexer::TermMaker maker(analyzer);
  static_cast<void>(maker.make(news_item("1", "عنوان طويل جدا", "نص آخر تماما")));
  const indexer::ArticleTerms& terms = maker.make(news_item("2", "", "كتاب"));
  std::vector<std::string> found;
  for (const indexer::Term& term : terms.terms) found.emplace_back(term.text);
  CHECK(found == std::vector<std::string>{"Q2", "Zكتاب"});
}

TEST_CASE("an article that no database could store is told before it is tried") {
  corpus::Article article = news_item("1", "", std::string(std::size_t{17} << 20, '\1'));
  CHECK(indexer::too_large_to_store(article));
  article.body.assign(std::size_t{17} << 20, 'a');
  CHECK_FALSE(indexer::too_large_to_store(article));
}
