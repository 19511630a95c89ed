// Where words begin and end, in Arabic news as it is written.
#include <doctest/doctest.h>

#include <string>

#include "tests/analyzers/analysed.h"

using namespace warraq::analyzers;
using namespace warraq::analyzers::test;

TEST_CASE("a text without words has no tokens and no positions") {
  for (const char* text : {"", " ", "، ؛ ؟ … — «»", "\n\t", "ـــ", "َُِ", "\u200F\u200B"}) {
    const Result result = analysed(text);
    INFO(text);
    CHECK(result.words.empty());
    CHECK(result.position_count == 0);
  }
}

TEST_CASE("punctuation ends words, with or without spaces beside it") {
  CHECK(exact_words("القاهرة،بيروت ، دمشق؛عمان؟") == "القاهرة بيروت دمشق عمان");
  CHECK(exact_words("«الأهرام» “النهار” \"السفير\" (الحياة)") == "الأهرام النهار السفير الحياة");
  CHECK(exact_words("قصر/بيت كرة-قدم") == "قصر بيت كرة قدم");
  CHECK(exact_words("انتهى الاجتماع.وقال الوزير") == "انتهى الاجتماع وقال الوزير");
  CHECK(exact_words("قديم\u00A0جديد\u2003آخر") == "قديم جديد آخر");
}

TEST_CASE("hashtags and handles give their words") {
  CHECK(exact_words("#محمد_صلاح") == "محمد صلاح");
  CHECK(exact_words("@وكالة_الأنباء #CupFinal_2018") == "وكالة الأنباء cupfinal 2018");
}

TEST_CASE("letters and digits, and Arabic and Latin, are parted where they touch") {
  CHECK(exact_words("بـ2018 و2018 عام2018م") == "ب 2018 و 2018 عام 2018 م");
  CHECK(exact_words("الـCNN وBBC") == "ال cnn و bbc");
  CHECK(exact_words("قمةG20") == "قمة g 20");
  CHECK(covered("بـ2018") == "بـ|2018");
  CHECK(covered("الـCNN") == "الـ|CNN");
}

// The controls below are written as escapes: they mislead nobody.
// NOLINTBEGIN(misc-misleading-bidirectional)
TEST_CASE("characters that show nothing are no part of a word, and do not part it") {
  for (const char* inside : {"\u00AD", "\u061C", "\u200B", "\u200C", "\u200D", "\u200E", "\u200F",
                             "\u202A", "\u202E", "\u2060", "\u2066", "\u2069", "\uFEFF"}) {
    const std::string text = std::string("مج") + inside + "لس";
    CHECK(only_word(text).exact == "مجلس");
    CHECK(covered(text) == text);
    CHECK(covered(inside + std::string("مجلس") + inside) == "مجلس");
    CHECK(only_word(std::string("20") + inside + "18").exact == "2018");
  }
}
// NOLINTEND(misc-misleading-bidirectional)

TEST_CASE("a word covers its marks and tatweel, the last ones too, but none before it") {
  CHECK(covered("قال مُحَمَّدٌ، نعم") == "قال|مُحَمَّدٌ|نعم");
  CHECK(covered("القدـــس ـه هـ") == "القدـــس|ه|هـ");
  CHECK(covered("\u064Eبيت") == "بيت");
}

TEST_CASE("presentation forms are the letters they show") {
  CHECK(only_word("ﻣﺤﻤﺪ").exact == "محمد");
  CHECK(only_word("ﻻﻋﺐ").exact == "لاعب");
  CHECK(only_word("وﷲ").exact == "والله");
  CHECK(only_word("كتابﹰا").exact == "كتابا");
  CHECK(covered("ﻣﺤﻤﺪ يلعب") == "ﻣﺤﻤﺪ|يلعب");
}

TEST_CASE("a character that stands for several words gives each of them, over its own bytes") {
  CHECK(exact_words("النبي محمدﷺ قال") == "النبي محمد صلى الله عليه وسلم قال");
  CHECK(covered("محمدﷺ") == "محمد|ﷺ|ﷺ|ﷺ|ﷺ");
  CHECK(exact_words("﷽") == "بسم الله الرحمن الرحيم");
  CHECK(exact_words("50﷼ للبيع") == "50 ريال للبيع");
  CHECK(analysed("محمدﷺ").position_count == 5);
}

TEST_CASE("kinds") {
  CHECK(only_word("بيروت").kind == TokenKind::arabic);
  CHECK(only_word("۲۰۱۸").kind == TokenKind::number);
  CHECK(only_word("Beirut").kind == TokenKind::latin);
  CHECK(only_word("Бейрут").kind == TokenKind::other);
}

TEST_CASE("scripts without spaces are parted by their own rules") {
  const Result thai = analysed("สวัสดีชาวโลก");
  CHECK(thai.words.size() > 1);
  CHECK(thai.words.front().kind == TokenKind::other);
  CHECK(analysed("ประเทศไทย,กรุงเทพ").words.size() >= 2);
}

TEST_CASE("positions count every word, stop words too") {
  const Result result = analysed("جلس الرجل على الكرسي");
  REQUIRE(result.words.size() == 4);
  for (std::uint32_t i = 0; i < 4; ++i) CHECK(result.words[i].position == i);
  CHECK(result.words[2].stop);
  CHECK(result.position_count == 4);
}

TEST_CASE("an Analysis may be used again, and holds the last text alone") {
  Analysis analysis;
  analyzer().analyze("نص أول طويل فيه كلمات كثيرة \xFF", analysis);
  analyzer().analyze("ثان", analysis);
  CHECK(result_of(analysis) == analysed("ثان"));
  const Analysis moved = std::move(analysis);
  CHECK(moved.tokens().front().exact == "ثان");
}

TEST_CASE("a word of 100,000 letters is one token") {
  std::string word;
  for (int i = 0; i < 100'000; ++i) word += "ب";
  const Word token = only_word("وال" + word + "ات");
  CHECK(token.exact == "وال" + word + "ات");
  CHECK(token.stem == word);
  const std::string latin(100'000, 'x');
  CHECK(only_word(latin).exact == latin);
}

TEST_CASE("two million marks on one letter neither hang nor make another word") {
  std::string marked = "e";
  for (int i = 0; i < 1'000'000; ++i) marked += "\u0301\u0323";
  CHECK(only_word(marked).normalised == "e");
  std::string arabic = "ب";
  for (int i = 0; i < 50'000; ++i) arabic += "َّ";
  CHECK(only_word(arabic).exact == "ب");
}
