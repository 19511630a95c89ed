// What each level keeps and folds.
#include <doctest/doctest.h>

#include <array>
#include <string>

#include "tests/analyzers/analysed.h"

using namespace warraq::analyzers;
using namespace warraq::analyzers::test;

namespace {

struct Pair {
  const char* left;
  const char* right;
};

}  // namespace

TEST_CASE("spellings that meet on the normalised level") {
  const std::array<Pair, 14> pairs{{
      {"أخبار", "اخبار"},
      {"إعلان", "اعلان"},
      {"مُحَمَّد", "محمد"},
      {"محمـــد", "محمد"},
      {"ٱلرحمن", "الرحمن"},
      {"مدرسة", "مدرسه"},
      {"مصطفى", "مصطفي"},
      {"٢٠١٧", "2017"},
      {"ترکی", "تركي"},
      {"ﻣﺤﻤﺪ", "محمد"},
      {"ا\u0654", "أ"},
      {"كتا\u200Fب", "كتاب"},
      {"كتا\u200Cب", "كتاب"},
      {"Google", "google"},
  }};
  for (const Pair& pair : pairs) {
    INFO(pair.left << " / " << pair.right);
    CHECK(only_word(pair.left).normalised == only_word(pair.right).normalised);
    CHECK(only_word(pair.left).stem == only_word(pair.right).stem);
  }
}

TEST_CASE("parts of hashtags and run-ons meet the words they are") {
  CHECK(analysed("#محمد_صلاح").words[1].stem == only_word("صلاح").stem);
  CHECK(analysed("القاهرة،بيروت").words[1].normalised == only_word("بيروت").normalised);
}

TEST_CASE("the exact level keeps hamza, teh marbuta and final yeh") {
  for (const char* word : {"أحمد", "إيران", "آمال", "مسؤول", "رئيس", "مدرسة", "مصطفى", "ٱلرحمن",
                           "پاريس", "ڤيينا", "گوگل", "ڨفصة"}) {
    CHECK(only_word(word).exact == word);
  }
}

TEST_CASE("the exact level drops marks of every kind") {
  CHECK(only_word("الْعَرَبِيَّةُ").exact == "العربية");
  CHECK(only_word("رَحْمَٰن").exact == "رحمن");
  CHECK(only_word("لَهُۥ").exact == "له");
  CHECK(only_word("عَلَيۡهِمۡ").exact == "عليهم");
  CHECK(only_word("ب\uFE0Fب").exact == "بب");
}

TEST_CASE("letters of Persian and Urdu keyboards are the Arabic ones") {
  CHECK(only_word("کتاب").exact == "كتاب");
  CHECK(only_word("ڪتاب").exact == "كتاب");
  CHECK(only_word("علی").exact == "علي");
  CHECK(only_word("ھنا").exact == "هنا");
  CHECK(only_word("ہنا").exact == "هنا");
  CHECK(only_word("مدرسۃ").exact == "مدرسة");
  CHECK(only_word("خانۀ").exact == "خانه");
  CHECK(only_word("لڑکے").exact == "لڑكي");
}

TEST_CASE("hamza and maddah written apart join their letter, whatever stands between") {
  CHECK(only_word("ا\u0654حمد").exact == "أحمد");
  CHECK(only_word("ا\u064E\u0654حمد").exact == "أحمد");
  CHECK(only_word("ا\u0655يران").exact == "إيران");
  CHECK(only_word("ا\u0653مال").exact == "آمال");
  CHECK(only_word("مسو\u0654ول").exact == "مسؤول");
  CHECK(only_word("ري\u0654يس").exact == "رئيس");
  CHECK(only_word("رى\u0654يس").exact == "رئيس");
  CHECK(only_word("ب\u0654").exact == "ب");
}

TEST_CASE("a letter and its canonical decomposition are the same at every level") {
  const std::array<Pair, 8> pairs{{{"آ", "ا\u0653"},
                                   {"أ", "ا\u0654"},
                                   {"إ", "ا\u0655"},
                                   {"ؤ", "و\u0654"},
                                   {"ئ", "ي\u0654"},
                                   {"ۀ", "ە\u0654"},
                                   {"ۂ", "ہ\u0654"},
                                   {"ۓ", "ے\u0654"}}};
  for (const Pair& pair : pairs) {
    INFO(pair.left);
    CHECK(only_word(pair.left).exact == only_word(pair.right).exact);
  }
}

TEST_CASE("the normalised level folds what writers vary") {
  CHECK(normalised_words("أحمد إيران آمال ٱلرحمن") == "احمد ايران امال الرحمن");
  CHECK(normalised_words("مصطفى مدرسة") == "مصطفي مدرسه");
  CHECK(normalised_words("پاريس ڤيينا چاد") == "باريس فيينا جاد");
  CHECK(normalised_words("مسؤول رئيس گوگل ڨفصة") == "مسؤول رئيس گوگل ڨفصه");
}

TEST_CASE("Latin words lose case, then accents") {
  CHECK(only_word("Dès").exact == "dès");
  CHECK(only_word("Dès").normalised == "des");
  CHECK(only_word("E\u0301COLE").exact == "école");
  CHECK(only_word("Straße").normalised == only_word("STRASSE").normalised);
  CHECK(only_word("Erdoğan").normalised == "erdogan");
  CHECK(only_word("İstanbul").normalised == "istanbul");
  CHECK(only_word("Ｇｏｏｇｌｅ").normalised == "google");
  CHECK(exact_words("l'Aube") == "l aube");
  CHECK(only_word("e\u064E").exact == "e");
}

TEST_CASE("other cased scripts are folded too; vowel signs elsewhere stay") {
  CHECK(only_word("МОСКВА").exact == "москва");
  CHECK(only_word("Αθήνα").normalised == only_word("ΑΘΗΝΑ").normalised);
  CHECK(only_word("हिन्दी").normalised == only_word("हिन्दी").exact);
  CHECK(only_word("हिन्दी").normalised != only_word("हन्द").normalised);
}
