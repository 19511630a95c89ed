#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "searcher/snippets/sentences.h"
#include "warraq/analyzers/analyzer.h"

namespace {

// The first word of each sentence.
std::vector<std::string> first_words(std::string_view text) {
  static const warraq::analyzers::Analyzer analyzer;
  warraq::analyzers::Analysis analysis;
  analyzer.analyze(text, analysis);
  std::vector<std::string> result;
  for (const auto word : warraq::searcher::sentence_starts(text, analysis.tokens())) {
    const auto& token = analysis.tokens()[word];
    result.emplace_back(text.substr(token.begin, token.end - token.begin));
  }
  return result;
}

using Words = std::vector<std::string>;

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
