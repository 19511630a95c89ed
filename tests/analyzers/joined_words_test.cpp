// Abbreviations and names written in parts.
#include <doctest/doctest.h>

#include <string>

#include "tests/analyzers/analysed.h"

using namespace warraq::analyzers;
using namespace warraq::analyzers::test;

TEST_CASE("dotted letters are words, and one more word together") {
  const std::string text = "وكالة أ.ف.ب قالت";
  const Result result = analysed(text);
  REQUIRE(result.words.size() == 6);
  CHECK(exact_words(text) == "وكالة أ ف ب قالت");
  const Word& joined = result.words[2];
  CHECK(joined.joined);
  CHECK(joined.exact == "أفب");
  CHECK(joined.normalised == "افب");
  CHECK(joined.position == 1);
  CHECK(text.substr(joined.begin, joined.end - joined.begin) == "أ.ف.ب");
  CHECK(result.words[1].position == 1);
  CHECK(result.words[3].position == 2);
  CHECK(result.position_count == 5);
}

TEST_CASE("what is dotted and what is not") {
  CHECK(joined_words("في U.S.A. وخارجها") == "usa");
  CHECK(joined_words("ص.ب 12") == "صب");
  CHECK(joined_words("أَ.ف.ب") == "أفب");
  CHECK(joined_words("أ\u200F.ف.ب\u200F") == "أفب");
  CHECK(joined_words("د.أحمد").empty());
  CHECK(joined_words("أ..ب").empty());
  CHECK(joined_words("U.ب").empty());
  CHECK(joined_words("3.م").empty());
}

TEST_CASE("three or more single Arabic letters apart by one space") {
  CHECK(joined_words("باريس (أ ف ب) اليوم") == "أفب");
  CHECK(joined_words("د ب أ") == "دبأ");
  CHECK(joined_words("أ ف").empty());
  CHECK(joined_words("أ و ب و ج").empty());
  CHECK(joined_words("أ ف و ب").empty());
  CHECK(joined_words("أ  ف  ب").empty());
  CHECK(joined_words("أ\u00A0ف\u00A0ب").empty());
  CHECK(joined_words("a b c").empty());
}

TEST_CASE("Latin letters and digits that touch") {
  CHECK(joined_words("قمة G20 وطائرات F16 وفيروس H1N1") == "g20 f16 h1n1");
  CHECK(exact_words("H1N1") == "h 1 n 1");
  CHECK(joined_words("20th") == "20th");
  CHECK(joined_words("Covid19") == "covid19");
  CHECK(joined_words("Covid-19 G 20 و2018").empty());
  CHECK(analysed("Ｇ٢٠").words[1].normalised == "g20");
}

TEST_CASE("a part may end one joined word and begin another") {
  CHECK(joined_words("U.S.A1") == "usa a1");
  CHECK(joined_words("أ.ف.ب ج د") == "أفب بجد");
}

TEST_CASE("the joined word follows its first part, with its stem as if written so") {
  const Result result = analysed("G20");
  REQUIRE(result.words.size() == 3);
  CHECK(result.words[0].exact == "g");
  CHECK(result.words[1].joined);
  CHECK(result.words[2].exact == "20");
  CHECK(analysed("و.ا.ل.ق").words[1].stem == only_word("والق").stem);
}

TEST_CASE("a run longer than any name is not joined") {
  CHECK(joined_words("a1b2c3d4e5f6g7h8") == "a1b2c3d4e5f6g7h8");
  CHECK(joined_words("a1b2c3d4e5f6g7h8i").empty());
}
