// Phrases and exact words, settled on streams of words, against a search of the words themselves.
#include "searcher/query/stream_phrase.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/terms/article_terms.h"
#include "tests/analyzers/random_text.h"
#include "tests/searcher/snippet_maker.h"
#include "tests/searcher/test_archive.h"

namespace {

using warraq::analyzers::Analysis;
using warraq::analyzers::Token;
using warraq::searcher::AnalysedClause;
using warraq::searcher::AnalysedQuery;
using warraq::searcher::QueryWord;
using warraq::searcher::StreamPhrase;
using warraq::tests::article;
using warraq::tests::shared_analyzer;
using warraq::tests::TestArchive;
using Words = std::vector<std::string>;

// Forms that meet and forms that do not: hamza, ة and ى, stop words and names, abbreviations.
const Words kWords = {"أخبار", "اخبار",  "إخبار", "الأخبار", "على", "علي", "في",
                      "فى",    "مدرسة",  "مدرسه", "محمد",    "أن",  "ان",  "أ.ف.ب",
                      "أفب",   "U.S.A.", "usa",   "G20",     "20",  "…",   "ع.ل.ى"};

std::string random_words(int least, int most) {
  std::string text;
  for (int left = *rc::gen::inRange(least, most); left > 0; --left) {
    text += *rc::gen::elementOf(kWords) + " ";
  }
  return text;
}

AnalysedQuery analysed(const std::string& query) { return warraq::tests::analysed_query(query); }

bool is_word(const QueryWord& wanted, const Token& token, bool exact, bool in_phrase) {
  if (exact) return token.exact == wanted.exact && token.stop == wanted.stop;
  if (token.normalised != wanted.normalised) return false;
  return in_phrase || wanted.stop || !token.stop;
}

// By the words alone, place by place.
bool stands_in_text(const AnalysedClause& clause, const std::string& text) {
  Analysis analysis;
  shared_analyzer().analyze(text, analysis);
  const auto stands_at = [&](std::uint32_t position, const QueryWord& word) {
    return std::any_of(analysis.tokens().begin(), analysis.tokens().end(), [&](const Token& token) {
      return token.position == position &&
             is_word(word, token, clause.exact, clause.words.size() > 1);
    });
  };
  for (std::uint32_t start = 0; start < analysis.position_count(); ++start) {
    std::uint32_t matched = 0;
    while (matched < clause.words.size() && stands_at(start + matched, clause.words[matched])) {
      ++matched;
    }
    if (matched == clause.words.size()) return true;
  }
  return false;
}

bool stands_in_article(const AnalysedClause& clause, const warraq::corpus::Article& article) {
  return stands_in_text(clause, article.title) || stands_in_text(clause, article.body);
}

std::string random_phrase(const std::string& words) {
  return *rc::gen::elementOf(Words{"\"", "=\""}) + words + "\"";
}

}  // namespace

TEST_CASE("a phrase stands in a stream where it stands in the text") {
  CHECK(rc::check("words that meet", [] {
    const auto news = article("1", random_words(0, 6), random_words(0, 40));
    const AnalysedQuery query = analysed(random_phrase(random_words(1, 4)));
    if (query.clauses.empty()) return;
    Analysis analysis;
    const std::string stream = warraq::indexer::word_stream_of(news, shared_analyzer(), analysis);
    const AnalysedClause& clause = query.clauses[0];
    const StreamPhrase phrase(clause.words, clause.exact, clause.nearness, clause.field,
                              shared_analyzer());
    RC_ASSERT(phrase.stands_in(stream) == stands_in_article(clause, news));
    RC_ASSERT((phrase.count(stream, UINT32_MAX) > 0) == phrase.stands_in(stream));
  }));
}

TEST_CASE("nothing that stands in a text is missed in its stream") {
  CHECK(rc::check("random texts", [] {
    const std::string text = *warraq::analyzers::test::random_text();
    const auto news = article("1", "", text);
    Analysis analysis;
    const std::string stream = warraq::indexer::word_stream_of(news, shared_analyzer(), analysis);
    shared_analyzer().analyze(text, analysis);
    if (analysis.tokens().empty()) return;
    const auto from = *rc::gen::inRange<std::size_t>(0, analysis.tokens().size());
    const auto count = *rc::gen::inRange<std::size_t>(1, 4);
    AnalysedClause clause;
    clause.exact = *rc::gen::arbitrary<bool>();
    for (std::size_t i = from; i < std::min(from + count, analysis.tokens().size()); ++i) {
      const Token& token = analysis.tokens()[i];
      if (token.normalised.empty()) continue;
      clause.words.push_back({"", std::string(token.exact), std::string(token.normalised),
                              std::string(token.stem), token.stop});
    }
    if (clause.words.empty() || !stands_in_text(clause, text)) return;
    RC_ASSERT(
        StreamPhrase(clause.words, clause.exact, clause.nearness, clause.field, shared_analyzer())
            .stands_in(stream));
  }));
}

TEST_CASE("damaged streams are searched without harm") {
  CHECK(rc::check("cut and changed", [] {
    Analysis analysis;
    std::string stream = warraq::indexer::word_stream_of(
        article("1", random_words(0, 6), random_words(0, 40)), shared_analyzer(), analysis);
    for (int left = *rc::gen::inRange(0, 6); left > 0 && !stream.empty(); --left) {
      stream[*rc::gen::inRange<std::size_t>(0, stream.size())] = *rc::gen::arbitrary<char>();
    }
    const AnalysedQuery query = analysed(random_phrase(random_words(1, 4)));
    if (query.clauses.empty()) return;
    const AnalysedClause& clause = query.clauses[0];
    const std::vector<char> alone(stream.begin(), stream.end());
    static_cast<void>(
        StreamPhrase(clause.words, clause.exact, clause.nearness, clause.field, shared_analyzer())
            .count({alone.data(), alone.size()}, UINT32_MAX));
  }));
}

TEST_CASE("an archive finds the phrases and exact words that its texts hold, and no others") {
  CHECK(rc::check("random articles", [] {
    std::vector<warraq::corpus::Article> articles;
    for (int number = 0; number < 12; ++number) {
      articles.push_back(
          article(std::to_string(number), random_words(0, 4), "نص " + random_words(0, 20)));
    }
    const TestArchive archive(articles);
    for (int queries = 0; queries < 10; ++queries) {
      const std::string text = random_phrase(random_words(1, 4));
      const AnalysedQuery query = analysed(text);
      if (query.clauses.empty()) continue;
      Words expected;
      for (const auto& each : articles) {
        if (stands_in_article(query.clauses[0], each)) expected.push_back(each.id);
      }
      auto request = warraq::tests::request_for(text);
      request.limit = 100;
      Words found = archive.ids(request);
      std::sort(found.begin(), found.end());
      std::sort(expected.begin(), expected.end());
      RC_ASSERT(found == expected);
    }
  }));
}
