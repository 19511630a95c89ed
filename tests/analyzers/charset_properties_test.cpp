// Laws of decoding, for random text and random bytes.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/analyzers/encoded.h"
#include "warraq/analyzers/charset.h"
#include "warraq/analyzers/utf8.h"
#include "warraq/error.h"

using namespace warraq::analyzers;
using namespace warraq::analyzers::test;

namespace {

using Pieces = std::vector<std::string>;

const Pieces kWords = {"أعلنت",   "الوزارة", "أمس",     "أن",    "الموسم",  "بدأ",    "في",
                       "الجنوب",  "وقال",    "المتحدث", "إن",    "الأسعار", "ستبقى",  "كما",
                       "كانت",    "حتّى",     "نهاية",   "العام", "فقط",     "لحفظ",   "الغاز",
                       "والقمح",  "ثلاثة",   "آلاف",    "طن",    "شؤون",    "البيئة", "مسؤول",
                       "الضرائب", "ذكر",     "خبراء",   "ظهر",   "الشرق",   "ءُ",      "لإعادة"};
const Pieces kBetween = {" ", " ", " ", " ", "، ", ". ", "؟ ", "\n", " 2018 ", " - ", ": ", "؛ "};
const Pieces kStrange = {"Ø", "Ù", "Ã©", "Øre",    "»Ø«",    "ط", "ظ،", "ع«", "é", "“ظ”",
                         "€", "ی", "گ",  "\u200F", "\u00A0", "☼", "漢", "😀",  "…"};

rc::Gen<std::string> news(int strange) {
  const auto piece = rc::gen::map(
      rc::gen::pair(rc::gen::weightedOneOf<std::string>(
                        {{20, rc::gen::elementOf(kWords)},
                         {static_cast<std::size_t>(strange), rc::gen::elementOf(kStrange)}}),
                    rc::gen::elementOf(kBetween)),
      [](const std::pair<std::string, std::string>& parts) { return parts.first + parts.second; });
  return rc::gen::map(rc::gen::container<Pieces>(piece), [](const Pieces& pieces) {
    std::string text;
    for (const std::string& part : pieces) text += part;
    return text;
  });
}

// Bytes that look like something: pieces of text in every set, marks, and anything at all.
rc::Gen<std::string> bytes() {
  const auto encoded =
      rc::gen::map(rc::gen::pair(rc::gen::elementOf(Pieces{"UTF-8", "UTF-16LE", "UTF-16BE",
                                                           "windows-1256", "IBM864", "ISO-8859-6"}),
                                 news(5)),
                   [](const std::pair<std::string, std::string>& parts) {
                     return Encoder(parts.first).encode(parts.second);
                   });
  const auto piece = rc::gen::oneOf(
      encoded, rc::gen::container<std::string>(rc::gen::arbitrary<char>()),
      rc::gen::elementOf(Pieces{"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF", "\xEF", "<", ">", "<!--",
                                "\xD8", "\xE2\x80", "\xF0\x9F\x98", "Ø§Ù„", "ط§ظ„"}));
  return rc::gen::map(rc::gen::container<Pieces>(piece), [](const Pieces& pieces) {
    std::string text;
    for (const std::string& part : pieces) text += part;
    return text;
  });
}

const Pieces kNames = {"UTF-8",     "UTF-16LE", "UTF-16BE",     "windows-1256", "ISO-8859-6",
                       "IBM864",    "DOS-720",  "windows-1252", "windows-1251", "GB18030",
                       "Shift_JIS", "EUC-KR",   "Big5"};
const Pieces kLabels = {"",       "utf-8", "cp1256", "iso-8859-1", "arabic",
                        "utf-16", "cp864", "gbk",    "nonsense",   "windows-1251"};

bool is_valid(std::string_view text) { return valid_utf8_length(text) == text.size(); }

// One character after another, as decode_utf8() has them.
std::size_t valid_length_by_characters(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const DecodedCharacter next = decode_utf8(text, at);
    if (!next.valid) break;
    at += next.length;
  }
  return at;
}

}  // namespace

TEST_CASE("what a set has comes back from it letter for letter") {
  for (const char* name :
       {"UTF-8", "windows-1256", "ISO-8859-6", "UTF-16LE", "UTF-16BE", "IBM864", "windows-1252"}) {
    CAPTURE(name);
    Encoder encoder(name);
    CHECK(rc::check(std::string("encode, then decode as ") + name, [&] {
      const std::string text = *news(5);
      const DecodedText decoded = decode_as(encoder.encode(text), Charset{name});
      RC_ASSERT(decoded.text == encoder.kept(text));
      RC_ASSERT(decoded.replaced == 0U);
    }));
  }
}

TEST_CASE("however a stream is cut, its text is the same") {
  for (const std::string& name : kNames) {
    CHECK(rc::check("a stream of " + name, [&] {
      const std::string all = *bytes();
      const auto step = *rc::gen::inRange<std::size_t>(1, 9);
      const DecodedText whole = decode_as(all, Charset{name});
      StreamDecoder decoder(Charset{name});
      std::string text;
      for (std::size_t at = 0; at < all.size(); at += step) {
        decoder.decode(std::string_view(all).substr(at, step), at + step >= all.size(), text);
      }
      RC_ASSERT(text == whole.text);
      RC_ASSERT(decoder.replaced() == whole.replaced);
      RC_ASSERT(is_valid(text));
    }));
  }
}

TEST_CASE("Arabic in UTF-8 is never changed, whatever is declared of it") {
  CHECK(rc::check("decode() is the identity on UTF-8", [] {
    const std::string text = *news(3);
    const std::string label = *rc::gen::elementOf(kLabels);
    const DecodedText decoded = decode(text, label, Markup::none);
    RC_ASSERT(decoded.text == text);
    RC_ASSERT(!decoded.doubly_encoded);
    RC_ASSERT(decoded.replaced == 0U);
  }));
}

TEST_CASE("UTF-8 encoded twice comes back") {
  for (const char* name : {"windows-1252", "ISO-8859-1", "windows-1256"}) {
    CHECK(rc::check(std::string("repair what went through ") + name, [&] {
      const std::string text = *news(0);
      RC_PRE(text.size() > 30U);
      const std::string twice = doubly_encoded(text, name);
      const DecodedText decoded = decode(twice, {}, Markup::none);
      RC_ASSERT(decoded.text == text);
      RC_ASSERT(decoded.doubly_encoded);
      RC_ASSERT(repair_double_encoding(doubly_encoded(twice, name)) == text);
      const std::string before = text + "\n";
      RC_ASSERT(repair_double_encoding(before + twice) == before + text);
    }));
  }
}

TEST_CASE("any bytes at all become valid UTF-8") {
  CHECK(rc::check("decode() gives valid UTF-8", [] {
    const std::string all = *bytes();
    const std::string label = *rc::gen::elementOf(kLabels);
    const Markup markup = *rc::gen::element(Markup::none, Markup::tags);
    const DecodedText decoded = decode(all, label, markup);
    RC_ASSERT(is_valid(decoded.text));
    RC_ASSERT(decoded.charset.confidence >= 0 && decoded.charset.confidence <= 100);
    const Charset decided = decide_charset(all, label, markup);
    RC_ASSERT(decided.name == decoded.charset.name);
    RC_ASSERT(decided.basis == decoded.charset.basis);
    RC_ASSERT(is_valid(repair_double_encoding(decoded.text)));
    (void)declared_in_markup(all);
  }));
}

TEST_CASE("UTF-8 is valid up to where a character is not") {
  CHECK(rc::check("valid_utf8_length() agrees with decode_utf8()", [] {
    std::string text = *news(5);
    for (int repeated = 0; repeated < 2; ++repeated) text += text;
    RC_ASSERT(valid_utf8_length(text) == text.size());
    text += *bytes();
    RC_ASSERT(valid_utf8_length(text) == valid_length_by_characters(text));
    if (text.empty()) return;
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    text.at(at) = *rc::gen::arbitrary<char>();
    RC_ASSERT(valid_utf8_length(text) == valid_length_by_characters(text));
  }));
}

TEST_CASE("a character set without a name that anyone knows is an error of the caller") {
  CHECK_THROWS_AS((void)decode_as("x", Charset{"no such set"}), warraq::Error);
}
