#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/searcher/snippet_maker.h"

namespace {

using warraq::tests::marked;
using warraq::tests::marked_snippet;
using warraq::tests::marked_title;
using warraq::tests::snippets_of;

std::string repeated(const std::string& text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

const std::string kFiller = repeated("جرت أحداث كثيرة في ذلك اليوم الطويل. ", 40);

}  // namespace

TEST_CASE("whole words are highlighted in the text's own spelling") {
  CHECK(marked_snippet("محمد", "قال مُحَمَّدٌ للصحافة") == "قال [مُحَمَّدٌ] للصحافة");
  CHECK(marked_snippet("مدينة", "زار المديـنة أمس") == "زار [المديـنة] أمس");
  CHECK(marked_snippet("القدس", "في ﺍﻟﻘﺪﺱ اليوم") == "في [ﺍﻟﻘﺪﺱ] اليوم");
  CHECK(marked_snippet("ليبيا", "الأزمة في ليبيا.") == "الأزمة في [ليبيا].");
  CHECK(marked_snippet("صلاح", "هدف #محمد_صلاح") == "هدف #محمد_[صلاح]");
}

TEST_CASE("a word is highlighted as a reader sees it, digits and scripts together") {
  CHECK(marked_snippet("47", "في الدورة الـ47 للمعرض") == "في الدورة [الـ47] للمعرض");
  CHECK(marked_snippet("G", "قمة G20 في أنطاليا") == "قمة [G20] في أنطاليا");
  CHECK(marked_snippet("2018", "بين 2017 و2018، ثم") == "بين 2017 [و2018]، ثم");
  CHECK(marked_snippet("cnn", "قالت الـCNN أمس") == "قالت [الـCNN] أمس");
  CHECK(marked_snippet("\"قمة 20\"", "في قمة 20G أمس") == "في [قمة 20G] أمس");
  CHECK(marked_title("10", "هاتف S10") == "هاتف [S10]");
  CHECK(marked_snippet("ف", "وكالة أ.ف.ب") == "وكالة أ.[ف].ب");
}

TEST_CASE("stop words are highlighted inside phrases, and alone") {
  CHECK(marked_snippet("وقف على النار", "وقف على النار") == "[وقف] على [النار]");
  CHECK(marked_snippet("\"وقف على النار\"", "ثم وقف على النار") == "ثم [وقف على النار]");
  CHECK(marked_snippet("على", "وقف على النار مع علي") == "وقف [على] النار مع [علي]");
  CHECK(marked_snippet("علي", "وقف على النار مع علي") == "وقف على النار مع [علي]");
}

TEST_CASE("a phrase is highlighted only where it stands, as one") {
  CHECK(marked_snippet("\"مجلس الأمن\"", "مجلس النواب والأمن ومجلس الأمن، مجلس الأمن") ==
        "مجلس النواب والأمن ومجلس الأمن، [مجلس الأمن]");
  CHECK(marked_snippet("\"وكالة أ.ف.ب\"", "وكالة أ.ف.ب قالت") == "[وكالة أ.ف.ب] قالت");
}

TEST_CASE("an exact word is highlighted in that form only") {
  CHECK(marked_snippet("=أخبار", "أخبار اخبار الأخبار أَخبار") == "[أخبار] اخبار الأخبار [أَخبار]");
}

TEST_CASE("titles are highlighted as they are") {
  CHECK(marked_title("تونس", "انتخابات\tفي  تونس") == "انتخابات\tفي  [تونس]");
  CHECK(marked_title("ليبيا", "انتخابات في تونس") == "انتخابات في تونس");
  CHECK(marked_title("تونس", "").empty());
}

TEST_CASE("the passage is where most words of the query stand") {
  const std::string body = "ذكر الميناء هنا وحده. " + kFiller +
                           "أغلق الميناء أبوابه أمام السفن بسبب العاصفة. " + kFiller +
                           "وعادت السفن. " + kFiller;
  const std::string snippet = marked_snippet("الميناء السفن العاصفة", body, 200);
  CHECK(snippet.find("أغلق [الميناء] أبوابه أمام [السفن] بسبب [العاصفة].") != std::string::npos);
  CHECK(snippet.starts_with("…"));
  CHECK(snippet.ends_with("…"));
}

TEST_CASE("between equals the earlier passage is shown") {
  const std::string body = "افتتح المتحف أولا. " + kFiller + "افتتح المتحف ثانيا. " + kFiller;
  CHECK(marked_snippet("المتحف", body, 100).starts_with("افتتح [المتحف] أولا."));
}

TEST_CASE("a passage begins with its sentence and ends with one where that fits") {
  const std::string body =
      "كلام لا صلة له بما يلي. قال الوزير إن المصنع سيفتح أبوابه قريبا. "
      "وأضاف أن العمل بدأ. ثم غادر القاعة وتبعه المرافقون والصحفيون جميعا.";
  CHECK(marked_snippet("المصنع", body, 170) ==
        "…قال الوزير إن [المصنع] سيفتح أبوابه قريبا. وأضاف أن العمل بدأ.…");
}

TEST_CASE("several passages keep the text's order and stand apart") {
  const std::string body = "بدأ موسم الزيتون. " + kFiller + "انتهى موسم القمح. " + kFiller +
                           "تأخر موسم التمور. " + kFiller;
  const auto snippets = snippets_of("التمور الزيتون القمح", body, 3, 120);
  REQUIRE(snippets.size() == 3);
  CHECK(marked(snippets[0]).find("[الزيتون]") != std::string::npos);
  CHECK(marked(snippets[1]).find("[القمح]") != std::string::npos);
  CHECK(marked(snippets[2]).find("[التمور]") != std::string::npos);
  CHECK(snippets_of("الزيتون", body, 3, 120).size() == 1);
}

TEST_CASE("a body without a match shows its beginning") {
  const std::string snippet = marked_snippet("الزيتون", kFiller, 100);
  CHECK(snippet.starts_with("جرت أحداث كثيرة"));
  CHECK(snippet.ends_with("…"));
  CHECK(snippets_of("الزيتون", "").empty());
  CHECK(snippets_of("الزيتون", "... !").empty());
}

TEST_CASE("no passages are made where none are wanted") {
  CHECK(snippets_of("موسم", "بدأ موسم الزيتون", 0).empty());
}

TEST_CASE("line breaks, controls and direction marks do not reach the snippet") {
  CHECK(marked_snippet("الثاني", "السطر الأول\r\n\tالسطر \u202Eالثاني\u202C\u0007نهاية") ==
        "السطر الأول السطر [الثاني] نهاية");
  CHECK(marked_snippet("النجم", "فوز \u00A0 \u00A0النجم\u00A0\u00A0أمس") == "فوز [النجم] أمس");
  CHECK(marked_snippet("ميناء", "في مي\u200Fناء صغير") == "في [ميناء] صغير");
}

TEST_CASE("a match longer than the width is shown whole") {
  const std::string word = repeated("طويل", 50);
  CHECK(marked_snippet(word, "كلمة " + word + " هنا", 60) == "…[" + word + "]…");
}

TEST_CASE("a word that nobody wrote is cut between characters, and its highlight ends there") {
  const std::string word = repeated("م", 100'000);
  for (const std::string& body :
       std::vector<std::string>{"قبلها " + word + " بعدها", word, "قبلها " + word}) {
    const auto snippets = snippets_of(word, body, 1, 100);
    REQUIRE(snippets.size() == 1);
    CHECK(snippets[0].text.size() <= 1'100);
    CHECK(snippets[0].text.size() % 2 == 0);
    CHECK(snippets[0].cut_after);
    REQUIRE(snippets[0].highlights.size() == 1);
    CHECK(snippets[0].highlights[0].second == snippets[0].text.size());
  }
  // Without a match, the beginning of the text, and as little of it.
  const auto unmatched = snippets_of("غيرها", word, 1, 100);
  REQUIRE(unmatched.size() == 1);
  CHECK(unmatched[0].text.size() <= 1'100);
  // So of words that touch without end.
  const auto touching = snippets_of("ك", repeated("ك5", 100'000), 2, 100);
  REQUIRE(!touching.empty());
  CHECK(touching[0].text.size() <= 1'100);
}

TEST_CASE("a giant body is searched as far as the limit") {
  const std::string giant = repeated("نص يتكرر دون انتهاء. ", 60'000) + "الكنز";
  CHECK(marked_snippet("الكنز", giant, 60).starts_with("نص يتكرر"));
}

TEST_CASE("a word of one letter repeated does not drown the rest") {
  const std::string body = repeated("ن ", 2000) + "كنز";
  CHECK(marked_snippet("كنز ن", body, 60).find("[كنز]") != std::string::npos);
}
