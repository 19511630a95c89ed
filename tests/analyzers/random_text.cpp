#include "tests/analyzers/random_text.h"

#include <string_view>
#include <vector>

namespace warraq::analyzers::test {
namespace {

using Pieces = std::vector<std::string>;

// What is common is named more often than what is rare, so that plain stretches occur too.
const Pieces kLetters = {"ا", "ل", "ب", "ت", "م", "ن", "ي", "و", "ه", "ق", "د", "أ", "إ", "آ", "ٱ",
                         "ى", "ة", "ء", "ؤ", "ئ", "ک", "ی", "پ", "ڤ", "گ", "ہ", "ے", "ۓ", "ۀ", "ࢪ"};
const Pieces kMarks = {"َ",    "ُ",       "ّ",       "ً",       "ْ",  "ٰ",       "ـ",
                       "ـــ", "\u0653", "\u0654", "\u0655", "ۥ", "\u0301", "\uFE0F"};
const Pieces kDigits = {"0", "1",  "2",   "5",   "٠",     "٣",     "٥",
                        "۷", "２", "500", "٥٠٠", "1,500", "106,78"};
const Pieces kPunctuation = {".", ",", "،", "؛",  "؟", "٫", "٬", "٪", "-", "/",      ":",
                             "_", "#", "'", "\"", "«", "»", "“", "…", "–", "\u0085", "\uFFFD"};
const Pieces kSpaces = {" ", " ", " ", "\n", "\t", "\r\n", "\u00A0", "\u2003", "\u3000", "  "};
const Pieces kLatin = {"a", "B", "U", "G",  "news", "CNN", "è", "É",
                       "ß", "İ", "ﬁ", "Ｇ", "ʼ",    "ŉ",   "ŀ"};
// The controls below are written as escapes: they mislead nobody.
// NOLINTBEGIN(misc-misleading-bidirectional)
const Pieces kInvisible = {"\u200C", "\u200D", "\u200E", "\u200F", "\u061C", "\u00AD",
                           "\u202B", "\u202C", "\u2060", "\u2067", "\uFEFF", "\u200B"};
// NOLINTEND(misc-misleading-bidirectional)
const Pieces kPresentation = {"ﻣ", "ﺤ", "ﻻ", "ﷲ", "ﷺ", "﷽", "﷼", "ﭖ", "ﹰ", "ﹱ", "ﱞ", "ﯼ", "﴾"};
const Pieces kWords = {"في",    "على",    "علي", "و",      "من",        "أ.ف.ب",
                       "أ ف ب", "U.S.A.", "G20", "الكتاب", "والمعلمات", "محمد"};
const Pieces kOtherScripts = {"Москва",   "Йод", "Αθήνα",  "שלום", "हिन्दी", "สวัสดีชาวโลก",
                              "漢字かな", "ー",  "한국어", "😀",    "ܫܠܡܐ"};
const Pieces kInvalid = {"\xFF", "\xD8",         "\xE2\x80",           "\xC2", "\xF0\x9F",
                         "\xA7", "\xED\xA0\x80", std::string(1, '\0'), "\x1B"};

rc::Gen<std::string> one_of(const Pieces& pieces) { return rc::gen::elementOf(pieces); }

rc::Gen<std::string> concatenated(rc::Gen<std::string> piece) {
  return rc::gen::map(rc::gen::container<Pieces>(std::move(piece)), [](const Pieces& pieces) {
    std::string text;
    for (const std::string& part : pieces) text += part;
    return text;
  });
}

// Text as it comes, and how often what of it.
rc::Gen<std::string> clean_piece() {
  return rc::gen::weightedOneOf<std::string>({{30, one_of(kLetters)},
                                              {6, one_of(kMarks)},
                                              {8, one_of(kDigits)},
                                              {8, one_of(kPunctuation)},
                                              {12, one_of(kSpaces)},
                                              {6, one_of(kLatin)},
                                              {2, one_of(kInvisible)},
                                              {2, one_of(kPresentation)},
                                              {5, one_of(kWords)}});
}

}  // namespace

rc::Gen<std::string> random_text() {
  return concatenated(rc::gen::weightedOneOf<std::string>(
      {{79, clean_piece()}, {1, one_of(kOtherScripts)}, {1, one_of(kInvalid)}}));
}

rc::Gen<std::string> random_clean_text() { return concatenated(clean_piece()); }

}  // namespace warraq::analyzers::test
