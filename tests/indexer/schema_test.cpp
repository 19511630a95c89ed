#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <xapian.h>

#include <algorithm>
#include <string>

#include "indexer/archive/schema.h"
#include "indexer/archive/superseded.h"
#include "warraq/analyzers/analyzer.h"

namespace archive = warraq::archive;

namespace {

std::size_t bytes_in_term(const std::string& term) {
  return term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (; times > 0; --times) result += text;
  return result;
}

}  // namespace

TEST_CASE("a short term is its prefix and its text") {
  CHECK(archive::make_term("Q", "خبر-1") == "Qخبر-1");
  CHECK(archive::make_term("", "وزير") == "وزير");
}

TEST_CASE("a term of any text is one that Xapian takes") {
  CHECK(rc::check("make_term", [] {
    const auto times = *rc::gen::inRange<std::size_t>(0, 200);
    const auto text =
        repeated(*rc::gen::element<std::string>("م", "a", std::string(1, '\0'), "😀"), times) +
        *rc::gen::arbitrary<std::string>();
    const std::string term = archive::make_term("XSRC", text);
    RC_ASSERT(bytes_in_term(term) <= archive::kMaxTermBytes);
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    Xapian::Document document;
    document.add_boolean_term(term);
    database.add_document(document);
    RC_ASSERT(database.term_exists(term));
  }));
}

TEST_CASE("long texts that differ only at their end are different terms") {
  const std::string begin = repeated("طويل", 50'000);
  CHECK(archive::make_term("", begin + "ا") != archive::make_term("", begin + "ب"));
  CHECK(archive::make_term("", begin) == archive::make_term("", begin));
}

TEST_CASE("no text is taken for the term of a longer one") {
  const std::string cut = archive::make_term("Q", repeated("ك", 1'000));
  CHECK(archive::make_term("Q", cut.substr(1)) != cut);
}

TEST_CASE("a long term is cut between characters") {
  for (std::size_t letters = 0; letters < 4; ++letters) {
    const std::string term = archive::make_term("", repeated("a", letters) + repeated("م", 500));
    const std::string beginning = term.substr(0, term.size() - 32);
    CHECK((beginning.size() - letters) % 2 == 0);
  }
}

TEST_CASE("a field is filtered by its words, however they are written") {
  const warraq::analyzers::Analyzer analyzer;
  CHECK(archive::field_key(analyzer, "صحيفة  الأخبار") ==
        archive::field_key(analyzer, "صحيفه الاخبار"));
  CHECK(archive::field_key(analyzer, "BBC") == archive::field_key(analyzer, "bbc"));
  CHECK(archive::field_key(analyzer, "***") == "***");
}

TEST_CASE("superseded documents come back as they were given") {
  CHECK(rc::check("superseded", [](std::vector<Xapian::docid> documents) {
    std::erase(documents, 0U);
    std::sort(documents.begin(), documents.end());
    documents.erase(std::unique(documents.begin(), documents.end()), documents.end());
    RC_ASSERT(archive::decode_documents(archive::encode_documents(documents)) == documents);
  }));
}

TEST_CASE("a damaged list of superseded documents is refused, whatever it holds") {
  CHECK_THROWS_AS(archive::decode_documents("\x80"), std::invalid_argument);
  CHECK_THROWS_AS(archive::decode_documents(std::string(1, '\0')), std::invalid_argument);
  CHECK_THROWS_AS(archive::decode_documents("\xff\xff\xff\xff\xff\xff\x01"), std::invalid_argument);
  CHECK_THROWS_AS(archive::decode_documents("\xff\xff\xff\xff\x0f\x01"), std::invalid_argument);
}
