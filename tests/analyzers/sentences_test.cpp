#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "warraq/analyzers/analyzer.h"
#include "warraq/analyzers/sentences.h"

namespace {

using warraq::analyzers::Boundary;
using Words = std::vector<std::string>;

warraq::analyzers::Analysis analysed(std::string_view text) {
  static const warraq::analyzers::Analyzer analyzer;
  warraq::analyzers::Analysis analysis;
  analyzer.analyze(text, analysis);
  return analysis;
}

std::string word_of(std::string_view text, const warraq::analyzers::Token& token) {
  return std::string(text.substr(token.begin, token.end - token.begin));
}

// The first word of each sentence.
Words first_words(std::string_view text) {
  const auto analysis = analysed(text);
  Words result;
  for (const auto word : warraq::analyzers::sentence_starts(text, analysis.tokens())) {
    result.push_back(word_of(text, analysis.tokens()[word]));
  }
  return result;
}

// The first word of each paragraph but the first.
Words first_of_paragraphs(std::string_view text) {
  const auto analysis = analysed(text);
  warraq::analyzers::Boundaries boundaries(text);
  Words result;
  for (const auto& token : analysis.tokens()) {
    if (boundaries.before(token) == Boundary::paragraph) result.push_back(word_of(text, token));
  }
  return result;
}

}  // namespace

TEST_CASE("sentences end at Arabic and Latin marks and at line breaks") {
  CHECK(first_words("وصل الوفد. غادر الضيف") == Words{"وصل", "غادر"});
  CHECK(first_words("من وصل؟ غادر الضيف! بدأ الحفل") == Words{"من", "غادر", "بدأ"});
  CHECK(first_words("وصل الوفد؛ غادر الضيف") == Words{"وصل", "غادر"});
  CHECK(first_words("آمد مهمان۔ رفت او") == Words{"آمد", "رفت"});
  CHECK(first_words("وصل الوفد… غادر الضيف") == Words{"وصل", "غادر"});
  CHECK(first_words("وصل الوفد\nغادر الضيف") == Words{"وصل", "غادر"});
  CHECK(first_words("قال «وصل الوفد.» غادر الضيف") == Words{"قال", "غادر"});
}

TEST_CASE("a full stop without a space ends a sentence between Arabic words") {
  CHECK(first_words("انتهى الاجتماع.وقال الوزير") == Words{"انتهى", "وقال"});
}

TEST_CASE("not every full stop ends a sentence") {
  CHECK(first_words("بلغ النمو 3.5 في المئة") == Words{"بلغ"});
  CHECK(first_words("بلغ النمو ٣٫٥ في المئة") == Words{"بلغ"});
  CHECK(first_words("قال د. أحمد") == Words{"قال"});
  CHECK(first_words("نقلت أ.ف.ب الخبر").size() == 1);
  CHECK(first_words("زوروا cnn.com اليوم") == Words{"زوروا"});
  CHECK(first_words("وصل الوفد، ثم غادر") == Words{"وصل"});
}

TEST_CASE("a text without words has no sentences") {
  CHECK(first_words("").empty());
  CHECK(first_words("... ؟!").empty());
}

TEST_CASE("paragraphs end at line breaks, however many, and at nothing else") {
  CHECK(first_of_paragraphs("وصل الوفد. غادر الضيف! بدأ الحفل").empty());
  CHECK(first_of_paragraphs("وصل الوفد.\nغادر الضيف\r\nبدأ الحفل") == Words{"غادر", "بدأ"});
  CHECK(first_of_paragraphs("وصل الوفد.\n \n\t\n«غادر» الضيف") == Words{"غادر"});
  CHECK(first_of_paragraphs("\n\nوصل الوفد\u2029غادر\u2028بدأ\n") == Words{"غادر", "بدأ"});
}

TEST_CASE("a line break ends a paragraph behind an abbreviation, too") {
  CHECK(first_of_paragraphs("وقع البيان م.\nوصل الوفد") == Words{"وصل"});
  CHECK(first_words("قال أ. سامي و م. هدى") == Words{"قال"});
}

TEST_CASE("boundaries are the same where a text is analysed in pieces") {
  const std::string text = "انتهى الاجتماع. غادر الوفد\nبدأ الحفل";
  for (const std::size_t cut : {text.find("غادر"), text.find("الوفد"), text.find("بدأ")}) {
    warraq::analyzers::Boundaries boundaries(text);
    Words result;
    for (const std::size_t offset : {std::size_t{0}, cut}) {
      const auto piece = std::string_view(text).substr(offset, offset == 0 ? cut : text.size());
      const auto analysis = analysed(piece);
      for (const auto& token : analysis.tokens()) {
        if (boundaries.before(token, offset) != Boundary::none) {
          result.push_back(word_of(piece, token));
        }
      }
    }
    CHECK(result == Words{"غادر", "بدأ"});
  }
}
