// Stop words are told before folding.
#include <doctest/doctest.h>

#include "tests/analyzers/analysed.h"

using namespace warraq::analyzers::test;

TEST_CASE("function words are stop words, with marks and tatweel too") {
  for (const char* word :
       {"في",  "من",  "على", "إلى", "الى", "عَلَى", "فـــي", "ﻋﻠﻰ", "التي", "الذين", "كان",
        "ليس", "وفي", "ومن", "وقد", "فإن", "هذا", "أن",    "ان",  "أيضاً", "و"}) {
    INFO(word);
    CHECK(only_word(word).stop);
  }
}

TEST_CASE("names and nouns are not, though they look like one") {
  for (const char* word : {"علي", "أم", "بان", "فان", "لي", "كون", "منى", "قال", "الحرب", "the"}) {
    INFO(word);
    CHECK_FALSE(only_word(word).stop);
  }
}

TEST_CASE(
    "the preposition and the name meet on the normalised level, where only one is a stop word") {
  CHECK(only_word("على").normalised == only_word("علي").normalised);
  CHECK(only_word("على").stop);
  CHECK_FALSE(only_word("علي").stop);
}

TEST_CASE("the normalised forms of stop words are known") {
  CHECK(analyzer().is_normalised_stop_word("علي"));
  CHECK(analyzer().is_normalised_stop_word("الي"));
  CHECK(analyzer().is_normalised_stop_word("في"));
  CHECK_FALSE(analyzer().is_normalised_stop_word("على"));
  CHECK_FALSE(analyzer().is_normalised_stop_word("بيروت"));
  CHECK_FALSE(analyzer().is_normalised_stop_word(""));
  CHECK_FALSE(analyzer().is_normalised_stop_word("كلمة أطول من كل كلمات الوقف"));
}

TEST_CASE("joined words are never stop words") {
  CHECK_FALSE(analysed("أ.ن").words[1].stop);
  CHECK(analysed("أ.ن").words[1].exact == "أن");
}
