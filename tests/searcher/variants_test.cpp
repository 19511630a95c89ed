// What is searched beside the words of a query: made by rule, and borne out by the archive.
#include "searcher/engine/variants.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/word_variants.h"
#include "tests/searcher/snippet_maker.h"
#include "tests/searcher/test_archive.h"

namespace {

using warraq::analyzers::Analysis;
using warraq::analyzers::Token;
using warraq::archive::OpenArchive;
using warraq::corpus::Article;
using warraq::searcher::AnalysedClause;
using warraq::searcher::AnalysedQuery;
using warraq::searcher::ClauseKind;
using warraq::searcher::QueryWord;
using warraq::searcher::Variant;
using warraq::searcher::WordVariants;
using warraq::tests::article;
using warraq::tests::shared_analyzer;
using warraq::tests::TestArchive;
using Words = std::vector<std::string>;

// An archive in which names are spelt as several countries spell them, in sentences enough to tell.
std::vector<Article> many_countries() {
  const Words days = {"الأحد",  "الاثنين", "الثلاثاء", "الأربعاء",
                      "الخميس", "الجمعة",  "السبت",    "البارحة"};
  std::vector<Article> articles;
  int number = 0;
  const auto add = [&](const std::string& body) {
    articles.push_back(article(std::to_string(++number), "", body));
  };
  for (const std::string& day : days) {
    for (const std::string name : {"سالمنكو", "سالمينكو"}) {
      add("أعلن الوزير البيلاروسي يوري " + name + " استقالته من منصبه مساء " + day);
      add("قال البيلاروسي يوري " + name + " في مؤتمر صحفي عقد في مينسك " + day);
    }
    add("زار السياح بلدة سالمونكو الجبلية وشاهدوا شلالها الشهير " + day);
    add("وصل عبد الودود المنصوري إلى مراكش قادما من فاس " + day);
    add("غادر عبدالودود المنصوري مراكش متوجها إلى فاس " + day);
    add("أكد مسؤول في البلدية افتتاح الحديقة " + day);
    add("نفى مسئول كبير خبر الإضراب " + day);
    add("شهدت الجامعة حفل تخرج طلابها " + day);
    add("كتبت شعرا على ورق الجامعه العتيقة " + day);
    add("قامعة الشغب أغلقت طريق الميناء " + day);
    add("سجل 20 عداء أسماءهم في سباق الضاحية " + day);
    add("أصيب عشرون عاملا في حريق مصنع النسيج " + day);
    add("اشترى خمسة وعشرين كتابا ثم باع 25 منها " + day);
    add("تفتتح المدرسة في 3 أيلول 2018 أبوابها للتلاميذ " + day);
    add("عادت القافلة من سوريا محملة بالزيتون، وفي سورية معاصر قديمة " + day);
    add("جمع المهرجان 20 ألف زائر في ساحة المدينة " + day);
    add("حضر عشرون ألف زائر حفل الختام " + day);
    add("بيعت 3 ملايين نسخة من الرواية، وكانت ثلاثة ملايين نسخة قد طبعت " + day);
    add("تصدر رواية عن القرن 21 وأخرى عن القرن الحادي والعشرين " + day);
    add("ربح واحد وعشرون متسابقا جوائز " + day);
    add("أطلق موقع غوغلاند خريطة للمتنزهات " + day);
    add("زار الرحالة هولمند القلعة القديمة " + day);
    add("زار الرحالة هولميند القلعة القديمة " + day);
    add("كتب الهولمندي عن التجارة الهولمندية ثم عن جزيرة هولمندية أخرى " + day);
    add("بدأ الموسم في شهر سبتمبر وينتهي قبل كانون الثاني أو يناير " + day);
  }
  return articles;
}

/// One archive and what is told of it, made once.
struct Fixture {
  std::vector<Article> articles = many_countries();
  TestArchive archive{articles};
  OpenArchive opened{archive.path(), shared_analyzer().fingerprint()};
  WordVariants words{shared_analyzer(), opened};
};

Fixture& fixture() {
  static Fixture made;
  return made;
}

AnalysedClause clause(ClauseKind kind, const std::string& text) {
  Analysis analysis;
  shared_analyzer().analyze(text, analysis);
  AnalysedClause result;
  result.kind = kind;
  for (const Token& token : analysis.tokens()) {
    QueryWord word;
    word.exact = token.exact;
    word.normalised = token.normalised;
    word.stem = token.stem;
    word.stop = token.stop;
    result.words.push_back(std::move(word));
  }
  return result;
}

std::string written(const Variant& variant) {
  std::string text;
  for (const QueryWord& word : variant.words) text += (text.empty() ? "" : " ") + word.exact;
  return text;
}

Words written(const std::vector<Variant>& variants) {
  Words result;
  for (const Variant& variant : variants) result.push_back(written(variant));
  return result;
}

AnalysedClause with_variants(AnalysedClause asked) {
  AnalysedQuery query;
  query.clauses.push_back(std::move(asked));
  add_variants(query, fixture().words);
  return query.clauses.front();
}

// The variants of each of the bare words `text`.
std::vector<Words> variants(const std::string& text) {
  std::vector<Words> result;
  for (const QueryWord& word : with_variants(clause(ClauseKind::words, text)).words) {
    result.push_back(written(word.variants));
  }
  return result;
}

Words wordings(const std::string& phrase) {
  return written(with_variants(clause(ClauseKind::phrase, phrase)).variants);
}

bool contains(const Words& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

TEST_CASE("a name that nobody listed is searched in its other spelling, either way") {
  CHECK(variants("سالمنكو") == std::vector<Words>{{"سالمينكو"}});
  CHECK(variants("سالمينكو") == std::vector<Words>{{"سالمنكو"}});
  CHECK(variants("وسالمنكو") == std::vector<Words>{{"وسالمينكو"}});
}

TEST_CASE("a spelling that stands beside other words is another name") {
  for (const std::string name : {"سالمنكو", "سالمينكو"}) {
    CHECK_FALSE(contains(variants(name).front(), "سالمونكو"));
  }
  CHECK(variants("سالمونكو") == std::vector<Words>{{}});
}

TEST_CASE("a word of the language has no neighbours for variants") {
  for (const std::string word : {"الجامعة", "جامعة", "قامعة"}) {
    INFO(word << (variants(word).front().empty() ? "" : variants(word).front().front()));
    CHECK(variants(word) == std::vector<Words>{{}});
  }
}

TEST_CASE("what the archive does not have is not searched, whatever rules make of it") {
  CHECK(variants("طريق") == std::vector<Words>{{}});
  CHECK(variants("مراكش") == std::vector<Words>{{}});
}

TEST_CASE("a name that the archive lacks is searched as one it has") {
  CHECK(contains(variants("صالمينكو").front(), "سالمينكو"));
}

TEST_CASE("seats of hamza need no neighbours") {
  CHECK(variants("مسؤول") == std::vector<Words>{{"مسئول"}});
  CHECK(variants("مسئول") == std::vector<Words>{{"مسؤول"}});
  CHECK(variants("والمسؤول") == std::vector<Words>{{"والمسئول"}});
}

TEST_CASE("names are searched together and apart") {
  CHECK(variants("عبدالودود") == std::vector<Words>{{"عبد الودود"}});
  CHECK(variants("عبد الودود") == std::vector<Words>{{"عبدالودود"}, {"عبدالودود"}});
  CHECK(wordings("عبد الودود المنصوري") == Words{"عبدالودود المنصوري"});
  CHECK(wordings("عبدالودود المنصوري") == Words{"عبد الودود المنصوري"});
}

TEST_CASE("numbers are searched in digits and in words") {
  // In a phrase its neighbours tell what a number alone cannot: that it is not ten.
  CHECK(variants("20") == std::vector<Words>{{}});
  CHECK(variants("عشرين") == std::vector<Words>{{"20"}});
  CHECK(variants("خمس وعشرون") == std::vector<Words>{{"25"}, {"25"}});
  CHECK(contains(variants("25").front(), "خمسة وعشرين"));
  CHECK(contains(wordings("20 عداء"), "عشرون عداء"));
  // Nothing that the archive does not have.
  CHECK(variants("22") == std::vector<Words>{{}});
  CHECK(variants("999999999999999999999999") == std::vector<Words>{{}});
}

TEST_CASE(
    "thousands and millions are found from either side, and none is searched in two numbers") {
  const Words digits = wordings("20 ألف");
  CHECK(contains(digits, "عشرون ألف"));
  CHECK_FALSE(contains(digits, "20 1000"));
  CHECK(contains(wordings("عشرون ألف"), "20 ألف"));
  CHECK(contains(wordings("3 ملايين"), "ثلاثة ملايين"));
  CHECK(contains(wordings("ثلاثة ملايين"), "3 ملايين"));
  CHECK(wordings("ألف زائر").empty());
}

TEST_CASE("a number behind a definite noun is its ordinal") {
  CHECK(wordings("القرن 21") == Words{"القرن الحادي والعشرين"});
  CHECK(wordings("القرن الحادي والعشرين") == Words{"القرن 21"});
  CHECK(variants("القرن 21")[1] == Words{"الحادي والعشرين"});
  CHECK(contains(wordings("21 متسابقا"), "واحد وعشرون متسابقا"));
}

TEST_CASE("all spellings of a name are searched as all of them") {
  const Words names = {"سالمنكو", "سالمينكو"};
  for (const std::string& name : names) {
    Words all = variants(name).front();
    all.push_back(name);
    std::sort(all.begin(), all.end());
    CHECK(all == names);
  }
}

TEST_CASE("what a slip of the hand makes is left to suggestions") {
  // Letters twice, or in each other's place; a vowel among vowels.
  for (const std::string word :
       {"سالمينكوو", "ساالمينكو", "سالميينكو", "سالمينوك", "البيلااروسي"}) {
    INFO(word);
    CHECK(variants(word) == std::vector<Words>{{}});
  }
  // Another letter for g is another spelling.
  CHECK(variants("قوقلاند") == std::vector<Words>{{"غوغلاند"}});
}

TEST_CASE("a spelling whose stem is that of other words is searched by its form") {
  const AnalysedClause asked = with_variants(clause(ClauseKind::words, "هولميند"));
  const std::vector<Variant>& found = asked.words.front().variants;
  REQUIRE(written(found) == Words{"هولمند"});
  CHECK(found.front().by_form);
}

TEST_CASE("months are searched by their other names beside a day or a year alone") {
  CHECK(variants("أيلول") == std::vector<Words>{{}});
  CHECK(variants("أيلول 2018").front() == Words{"سبتمبر"});
  CHECK(wordings("3 أيلول 2018") == Words{"3 سبتمبر 2018"});
  CHECK(wordings("يناير 2018") == Words{"كانون الثاني 2018"});
  const std::vector<Words> of_two = variants("كانون الثاني 2018");
  CHECK(of_two.front() == Words{"يناير"});
  CHECK(of_two[1] == Words{"يناير"});
  // The day beside a month is not written in words.
  CHECK(wordings("20 مارس").empty());
}

TEST_CASE("words in their exact form have no variants") {
  AnalysedClause asked = clause(ClauseKind::words, "مسؤول");
  asked.exact = true;
  CHECK(with_variants(asked).words.front().variants.empty());
  asked = clause(ClauseKind::phrase, "عبد الودود");
  asked.exact = true;
  CHECK(with_variants(asked).variants.empty());
}

TEST_CASE("what made a variant is told with it") {
  const AnalysedClause spelt = with_variants(clause(ClauseKind::words, "سالمنكو"));
  const Variant& variant = spelt.words.front().variants.front();
  CHECK(variant.rules == std::vector{warraq::analyzers::VariantRule::long_vowel});
  CHECK(variant.likeness > 0.1);
  CHECK(variant.likeness <= 1.0);
  CHECK_FALSE(variant.by_form);
  CHECK(variant.words.front().stem == "سالمينكو");
  // سور is the stem of others too.
  CHECK(with_variants(clause(ClauseKind::words, "سوريا")).words.front().variants.front().by_form);
}

TEST_CASE("a long query has variants for its first words, and a phrase so many wordings at most") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "مسؤول ";
  const std::vector<Words> found = variants(text);
  REQUIRE(found.size() == 40);
  CHECK(found.front() == Words{"مسئول"});
  CHECK(found.back().empty());
  const Words all = wordings(text);
  CHECK(all.size() <= 32);
  CHECK_FALSE(all.empty());
}

namespace {

// The articles that `text` finds, by their numbers.
std::size_t found(const std::string& text, bool variants = true, bool exact = false) {
  warraq::searcher::Request request = warraq::tests::request_for(text);
  request.variants = variants;
  request.exact = exact;
  return fixture().archive.open().search(request).total;
}

}  // namespace

TEST_CASE("a query finds articles by the other spelling, and not where that is refused") {
  CHECK(found("سالمنكو") == 32);
  CHECK(found("سالمينكو") == 32);
  CHECK(found("سالمنكو", false) == 16);
  CHECK(found("سالمنكو", true, true) == 16);
  CHECK(found("=سالمنكو") == 16);
  CHECK(found("\"يوري سالمنكو\"") == 32);
  CHECK(found("\"يوري سالمنكو\"", false) == 16);
  CHECK(found("=\"يوري سالمنكو\"") == 16);
}

TEST_CASE("names together and apart, numbers and months find one another") {
  CHECK(found("عبدالودود") == 16);
  CHECK(found("\"عبد الودود المنصوري\"") == 16);
  CHECK(found("\"عبد الودود المنصوري\"", false) == 8);
  CHECK(found("مسؤول") == 16);
  CHECK(found("عشرين") == 56);
  CHECK(found("عشرين", false) == 40);
  CHECK(found("\"عشرون عداء\"") == 8);
  CHECK(found("\"عشرون عداء\"", false) == 0);
  CHECK(found("\"سبتمبر 2018\"") == 8);
  CHECK(found("\"سبتمبر 2018\"", false) == 0);
}

TEST_CASE("a plain bag of words has no variants") {
  warraq::searcher::Request request = warraq::tests::request_for("سالمنكو");
  request.syntax = warraq::searcher::Syntax::plain;
  CHECK(fixture().archive.open().search(request).total == 16);
}

TEST_CASE("what was searched beside a word is said with the answer") {
  const auto answer =
      fixture().archive.open().search(warraq::tests::request_for("سالمنكو \"عبد الودود\" مدينة"));
  REQUIRE(answer.variants.size() == 2);
  for (const auto& of_word : answer.variants) {
    REQUIRE(of_word.variants.size() == 1);
    const auto& variant = of_word.variants.front();
    if (of_word.word == "سالمنكو") {
      CHECK(variant.text == "سالمينكو");
      CHECK(variant.rules == "long_vowel");
      CHECK(variant.articles == 16);
    } else {
      CHECK(of_word.word == "عبد الودود");
      CHECK(variant.text == "عبدالودود");
      CHECK(variant.rules == "joined");
      CHECK_FALSE(variant.articles.has_value());
    }
  }
  warraq::searcher::Request refused = warraq::tests::request_for("سالمنكو");
  refused.variants = false;
  CHECK(fixture().archive.open().search(refused).variants.empty());
}

namespace {

warraq::searcher::Answer found_without(const std::string& text, const Words& excluded) {
  warraq::searcher::Request request = warraq::tests::request_for(text);
  request.excluded_variants = excluded;
  return fixture().archive.open().search(request);
}

}  // namespace

TEST_CASE("variants are left out one by one") {
  const auto whole = found_without("سالمنكو مسؤول", {});
  CHECK(whole.total == 48);
  REQUIRE(whole.variants.size() == 2);
  const auto one = found_without("سالمنكو مسؤول", {"سالمينكو"});
  CHECK(one.total == 32);
  REQUIRE(one.variants.size() == 1);
  CHECK(one.variants.front().word == "مسؤول");
  const auto none = found_without("سالمنكو مسؤول", {"سالمينكو", "مسئول"});
  CHECK(none.total == 24);
  CHECK(none.variants.empty());
}

TEST_CASE("what is left out need not be spelt letter for letter") {
  CHECK(found_without("سالمنكو", {"  سَالمينكــو. "}).total == 16);
  CHECK(found_without("أيلول 2018", {"سبتمبر"}).total < found_without("أيلول 2018", {}).total);
}

TEST_CASE("what is no variant of the query is of no account") {
  for (const std::string word : {"سالمنكو", "مسئول", "يوري سالمينكو", "", "…", "\xD8"}) {
    CAPTURE(word);
    CHECK(found_without("سالمنكو", {word}).total == 32);
  }
}

TEST_CASE("names of several words and wordings of phrases are left out as the answer has them") {
  CHECK(found_without("عبدالودود", {"عبد الودود"}).total == 8);
  for (const std::string text : {"\"يوري سالمنكو\"", "\"عبد الودود المنصوري\"", "\"20 عداء\""}) {
    CAPTURE(text);
    Words excluded;
    for (const auto& of_phrase : found_without(text, {}).variants) {
      for (const auto& variant : of_phrase.variants) excluded.push_back(variant.text);
    }
    REQUIRE_FALSE(excluded.empty());
    const auto answer = found_without(text, excluded);
    CHECK(answer.variants.empty());
    CHECK(answer.total == found(text, false));
  }
}
