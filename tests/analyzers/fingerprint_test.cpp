// What tells analysers apart.
#include <doctest/doctest.h>

#include <algorithm>

#include "analyzers/fingerprint.h"
#include "tests/analyzers/analysed.h"

using namespace warraq::analyzers;
using namespace warraq::analyzers::test;

TEST_CASE("the fingerprint is 16 hexadecimal digits, the same for every analyser of one version") {
  const std::string& fingerprint = analyzer().fingerprint();
  CHECK(fingerprint.size() == 16);
  CHECK(fingerprint.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(Analyzer().fingerprint() == fingerprint);
}

TEST_CASE("another profile, or any other token, has another fingerprint") {
  Analysis analysis;
  analyzer().analyze(fingerprint_text(), analysis);
  CHECK(fingerprint_of(Analyzer::kProfile, analysis.tokens()) == analyzer().fingerprint());
  CHECK(fingerprint_of("another/1", analysis.tokens()) != analyzer().fingerprint());

  std::vector<Token> tokens(analysis.tokens().begin(), analysis.tokens().end());
  tokens.back().stop = !tokens.back().stop;
  CHECK(fingerprint_of(Analyzer::kProfile, tokens) != analyzer().fingerprint());
}

TEST_CASE("the fixed text has something for every rule") {
  const Result result = analysed(fingerprint_text());
  const auto any = [&result](auto condition) {
    return std::any_of(result.words.begin(), result.words.end(), condition);
  };
  CHECK(result.invalid_sequences > 0);
  CHECK(any([](const Word& word) { return word.stop; }));
  CHECK(any([](const Word& word) { return word.joined && word.kind == TokenKind::arabic; }));
  CHECK(any([](const Word& word) { return word.joined && word.kind == TokenKind::latin; }));
  CHECK(any([](const Word& word) { return word.kind == TokenKind::number; }));
  CHECK(any([](const Word& word) { return word.kind == TokenKind::other; }));
  CHECK(any([](const Word& word) { return word.exact != word.normalised; }));
  CHECK(any([](const Word& word) { return word.stem != word.normalised; }));
}

TEST_CASE("ICU's version is known") { CHECK(icu_version().find('.') != std::string::npos); }
