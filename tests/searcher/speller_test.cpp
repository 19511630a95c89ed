#include "searcher/did_you_mean/speller.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "searcher/did_you_mean/keyboard.h"
#include "tests/searcher/memory_vocabulary.h"
#include "warraq/analyzers/analyzer.h"

namespace {

using warraq::searcher::are_neighbouring_keys;
using warraq::searcher::MisspelledWord;
using warraq::searcher::Respelling;
using warraq::searcher::Speller;
using warraq::searcher::typed_in_arabic;
using warraq::searcher::typed_in_latin;
using warraq::searcher::WordLevel;
using warraq::tests::MemoryVocabulary;

using Words = std::vector<std::string>;

class News {
 public:
  News() {
    first_.add("انتخابات البرلمان التونسي نظام الاقتراع في مجلس الأمن", 40);
    first_.add("الانتخابات مسؤول النفط الصراع على السلطة كهرباء", 90);
    first_.add("مستشفى المدينة ومصطفى", 20);
    second_.add("google الصراع الدائر", 15);
    second_.add("منتخبات", 2);
  }

  [[nodiscard]] const Speller& speller() const { return speller_; }

  [[nodiscard]] Words respell(std::string word, WordLevel level = WordLevel::stem) const {
    const std::vector<MisspelledWord> words = {{std::move(word), level}};
    Words result;
    const auto found = speller_.respell(words, 5);
    for (const Respelling& each : found.front()) result.push_back(each.word);
    return result;
  }

  [[nodiscard]] std::string first(const std::string& word) const {
    const Words all = respell(word);
    return all.empty() ? std::string() : all.front();
  }

 private:
  warraq::analyzers::Analyzer analyzer_;
  MemoryVocabulary first_;
  MemoryVocabulary second_;
  Speller speller_{{&first_, &second_}, analyzer_};
};

}  // namespace

TEST_CASE("a word is respelled as the archive has it") {
  const News news;
  CHECK(news.first("انتخبات") == "انتخابات");
  CHECK(news.first("إنتخاباب") == "انتخابات");
  CHECK(news.first("مسءول") == "مسؤول");
  CHECK(news.first("نضام") == "نظام");
  CHECK(news.first("الصصراعع") == "الصراع");
  CHECK(news.first("البلرمان") == "البرلمان");
  CHECK(news.first("كهربء") == "كهرباء");
  CHECK(news.first("goggle") == "google");
}

TEST_CASE("nothing is offered that is not near, or not by letters") {
  const News news;
  for (const char* word : {"زلزال", "2018", "кино", "ب"}) CHECK(news.respell(word).empty());
  CHECK(news.respell(std::string(200'000, 'a')).empty());
}

TEST_CASE("one spelling of each stem, and none of the word's own") {
  const News news;
  // انتخابات and الانتخابات find the same articles.
  const Words words = news.respell("انتخبات");
  CHECK(std::count(words.begin(), words.end(), "انتخابات") == 1);
  CHECK(std::count(words.begin(), words.end(), "الانتخابات") == 0);
  CHECK(news.respell("والصراع").empty());
  // Where the form counts, it may be another spelling of the same stem.
  CHECK(news.respell("إنتخابات", WordLevel::exact).front() == "انتخابات");
}

TEST_CASE("a phrase's word has one spelling of each normalised form, an exact one every spelling") {
  MemoryVocabulary vocabulary;
  vocabulary.add("الأمن", 500);
  vocabulary.add("الامن", 50);
  const warraq::analyzers::Analyzer analyzer;
  const Speller speller({&vocabulary}, analyzer);
  const std::vector<MisspelledWord> words = {{"الأمنن", WordLevel::normalised},
                                             {"الأمنن", WordLevel::exact}};
  const auto found = speller.respell(words, 5);
  CHECK(found[0].size() == 1);
  CHECK(found[1].size() == 2);
}

TEST_CASE("a word may be asked to be respelled as a frequent one alone") {
  MemoryVocabulary vocabulary;
  vocabulary.add("الرئيسية", 500);
  const warraq::analyzers::Analyzer analyzer;
  const Speller speller({&vocabulary}, analyzer);
  const std::vector<MisspelledWord> words = {{"الريسية", WordLevel::stem, 500},
                                             {"الريسية", WordLevel::stem, 501}};
  const auto found = speller.respell(words, 5);
  CHECK(found[0].size() == 1);
  CHECK(found[1].empty());
}

TEST_CASE("frequency decides between equally near words, and counts all databases") {
  MemoryVocabulary first;
  MemoryVocabulary second;
  first.add("تنظير", 30);
  first.add("تنظيم", 20);
  second.add("تنظيم", 20);
  const warraq::analyzers::Analyzer analyzer;
  const Speller speller({&first, &second}, analyzer);
  const std::vector<MisspelledWord> words = {{"تنظيش"}};
  const auto found = speller.respell(words, 5).front();
  REQUIRE(found.size() == 2);
  CHECK(found.front().word == "تنظيم");
  CHECK(found.front().occurrences == 40);
}

TEST_CASE("several words are looked for at once") {
  const News news;
  const std::vector<MisspelledWord> words = {{"انتخبات"}, {"2018"}, {"النفظ"}};
  const auto found = news.speller().respell(words, 1);
  REQUIRE(found.size() == 3);
  CHECK(found[0].front().word == "انتخابات");
  CHECK(found[1].empty());
  CHECK(found[2].front().word == "النفط");
}

TEST_CASE("spaces too few and too many") {
  const News news;
  const auto parts = news.speller().split("مجلسالامن", 3);
  REQUIRE(!parts.empty());
  CHECK(parts.front().word == "مجلس الأمن");
  CHECK(news.speller().split("زلزالكبير", 3).empty());
  CHECK(news.speller().join("كهر", "باء")->word == "كهرباء");
  CHECK(news.speller().join("ال", "صراع")->word == "الصراع");
  CHECK_FALSE(news.speller().join("زل", "زال"));
}

TEST_CASE("a keyboard in the wrong layout") {
  CHECK(typed_in_arabic("hgwvhu") == "الصراع");
  CHECK(typed_in_arabic("l[gs hgHlk") == "مجلس الأمن");
  CHECK(typed_in_arabic("\"hg,.vhx\"") == "\"الوزراء\"");
  CHECK(typed_in_arabic("hgYkjohfhj") == "الإنتخابات");
  CHECK(typed_in_arabic("HGWVHU") == "ألأصرأع");
  CHECK(typed_in_arabic("bkjohfhj") == "لانتخابات");
  CHECK(typed_in_latin("لخخلمث", false) == "google");
  CHECK(typed_in_latin("لاشؤن", true) == "back");
  const News news;
  CHECK(news.speller().retype("hgwvhu")->word == "الصراع");
  CHECK(news.speller().retype("l[gs hghlk")->word == "مجلس الأمن");
  CHECK(news.speller().retype("لخخلمث")->word == "google");
  CHECK_FALSE(news.speller().retype("london"));
  CHECK_FALSE(news.speller().retype("زلزال"));
  CHECK_FALSE(news.speller().retype(""));
}

TEST_CASE("keys touch in their rows, and in the rows above and below") {
  CHECK(are_neighbouring_keys(U'ت', U'ن'));
  CHECK(are_neighbouring_keys(U'ف', U'ب'));
  CHECK(are_neighbouring_keys(U'ف', U'ل'));
  CHECK_FALSE(are_neighbouring_keys(U'ض', U'م'));
  CHECK_FALSE(are_neighbouring_keys(U'ش', U'ش'));
  CHECK_FALSE(are_neighbouring_keys(U'€', U'ش'));
}
