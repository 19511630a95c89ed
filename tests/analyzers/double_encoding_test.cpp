// UTF-8 that was taken for something else and encoded again.
#include <doctest/doctest.h>

#include <string>

#include "tests/analyzers/encoded.h"
#include "warraq/analyzers/charset.h"

using namespace warraq::analyzers;
using warraq::analyzers::test::doubly_encoded;

TEST_CASE("both ways in which sites do it") {
  CHECK(repair_double_encoding("Ø§Ù„Ù‚Ø§Ù‡Ø±Ø©") == "القاهرة");
  CHECK(repair_double_encoding("ط§ظ„ظ‚ط§ظ‡ط±ط©") == "القاهرة");
  CHECK(repair_double_encoding("Ù…ØµØ±") == "مصر");
}

TEST_CASE("punctuation, digits and Latin between the words come along") {
  const std::string text = "قال الوزير: «نعم» – 25% من الـ\"غاز\"… و٣ سفن، في 2018 (BBC) “أمس”؟";
  for (const char* name : {"windows-1252", "ISO-8859-1", "windows-1256"}) {
    CAPTURE(name);
    CHECK(repair_double_encoding(doubly_encoded(text, name)) == text);
  }
}

TEST_CASE("runs are repaired where they are certain, and nothing else is touched") {
  const std::string good = "ظلّ «الشرط» كما هو، فقط؛ ولفظ؟ ثم خط… Øre Ø Ùn – ";
  const std::string more = "وأكدت الحكومة ذلك";
  for (const char* name : {"windows-1252", "windows-1256"}) {
    CAPTURE(name);
    std::string mixed = good;
    mixed.append(doubly_encoded(more, name)).append("، ").append(good);
    std::string expected = good;
    expected.append(more).append("، ").append(good);
    CHECK(repair_double_encoding(mixed) == expected);
  }
  CHECK(repair_double_encoding(doubly_encoded(more, "windows-1252") + " و " +
                               doubly_encoded(more, "windows-1256")) == more + " و " + more);
}

TEST_CASE("good text stays as it is") {
  for (const std::string text : {"", "plain", "Ø", "København: Øl «Ø» Ø­re", "Ù", "ط، ظ، ع، غ",
                                 "ظ« ط»", "فقط؟ حفظ…", "خطکش ظگ", "Ã©tÃ©", "شرط«قيد»", "ط.ط.ظ"}) {
    CAPTURE(text);
    CHECK(repair_double_encoding(text) == text);
    CHECK_FALSE(decode(text, {}, Markup::none).doubly_encoded);
  }
}

TEST_CASE("letters that lost a half to a program that drops control characters come back") {
  const std::string text = "في حفل افتتاح الملتقى أمس وقف الحاضرون، حتى الصحف (BBC) ف";
  std::string dropped;
  std::string replaced;
  const std::string encoded = doubly_encoded(text, "windows-1252");
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    const std::string_view pair = std::string_view(encoded).substr(i, 2);
    const bool lost = pair == "\xC2\x81" || pair == "\xC2\xAD";
    if (!lost) dropped += encoded[i];
    replaced += lost ? "\uFFFD" : encoded.substr(i, 1);
    if (lost) ++i;
  }
  CHECK(repair_double_encoding(dropped + ".") == text + ".");
  CHECK(repair_double_encoding(replaced) == text);
  // Cut off, it may have been any letter; before a Latin letter it is one.
  CHECK(repair_double_encoding("Ù…ØµØ±Ø") == "مصرØ");
  CHECK(repair_double_encoding("Ù…ØµØ± Øre") == "مصر Øre");
}

TEST_CASE("three times over") {
  const std::string text = "تونس تفتح معرض الكتاب";
  for (const char* name : {"windows-1252", "windows-1256"}) {
    std::string encoded = text;
    for (int i = 0; i < 3; ++i) encoded = doubly_encoded(encoded, name);
    CHECK(repair_double_encoding(encoded) == text);
  }
}

TEST_CASE("a text of UTF-16 may have been spoilt before it became one") {
  const std::string spoilt = doubly_encoded("أعلنت الحكومة أمس", "windows-1252");
  const std::string bytes =
      "\xFF\xFE" + warraq::analyzers::test::Encoder("UTF-16LE").encode(spoilt);
  const DecodedText text = decode(bytes, {}, Markup::none);
  CHECK(text.text == "أعلنت الحكومة أمس");
  CHECK(text.doubly_encoded);
}
