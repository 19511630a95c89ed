// Numbers in Arabic words, in the genders, cases and spellings that newspapers write.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/analyzers/analysed.h"
#include "warraq/analyzers/number_words.h"

using namespace warraq::analyzers;
using namespace warraq::analyzers::test;

namespace {

std::optional<WordedNumber> read(const std::vector<std::string>& words) {
  const std::vector<std::string_view> views(words.begin(), words.end());
  return read_number_words(views);
}

// What `text` begins with; its words come from the analyser, as a query's do.
WordedNumber number_of(std::string_view text) {
  std::vector<std::string> words;
  for (const Word& word : analysed(text).words) words.push_back(word.normalised);
  return read(words).value_or(WordedNumber{});
}

std::vector<std::string> written(std::uint64_t number) {
  std::vector<std::string> wordings;
  for (const std::vector<std::string>& words : number_wordings(number)) {
    std::string& wording = wordings.emplace_back();
    for (const std::string& word : words) wording += (wording.empty() ? "" : " ") + word;
  }
  return wordings;
}

bool is_written(std::uint64_t number, std::string_view wording) {
  const std::vector<std::string> wordings = written(number);
  const std::string normalised = normalised_words(wording);
  return std::find(wordings.begin(), wordings.end(), normalised) != wordings.end();
}

}  // namespace

TEST_CASE("numbers are read in both genders and cases") {
  CHECK(number_of("ثلاثة") == WordedNumber{3, 1});
  CHECK(number_of("ثمان") == WordedNumber{8, 1});
  CHECK(number_of("عشرون") == WordedNumber{20, 1});
  CHECK(number_of("عشرين") == WordedNumber{20, 1});
  CHECK(number_of("خمسة وعشرين") == WordedNumber{25, 2});
  CHECK(number_of("خمس وعشرون") == WordedNumber{25, 2});
  CHECK(number_of("إحدى وثلاثين") == WordedNumber{31, 2});
  CHECK(number_of("الخامس") == WordedNumber{});
  CHECK(number_of("الخمسة والعشرين") == WordedNumber{25, 2});
}

TEST_CASE("eleven to nineteen") {
  CHECK(number_of("أحد عشر") == WordedNumber{11, 2});
  CHECK(number_of("إحدى عشرة") == WordedNumber{11, 2});
  CHECK(number_of("اثني عشر") == WordedNumber{12, 2});
  CHECK(number_of("اثنتا عشرة") == WordedNumber{12, 2});
  CHECK(number_of("ثماني عشرة") == WordedNumber{18, 2});
  CHECK(number_of("تسعة عشر") == WordedNumber{19, 2});
}

TEST_CASE("hundreds in both spellings, together and apart") {
  CHECK(number_of("مئة") == WordedNumber{100, 1});
  CHECK(number_of("مائة وخمسين") == WordedNumber{150, 2});
  CHECK(number_of("مئتا") == WordedNumber{200, 1});
  CHECK(number_of("مائتين وواحد") == WordedNumber{201, 2});
  CHECK(number_of("ثلاثمئة") == WordedNumber{300, 1});
  CHECK(number_of("ثلاث مئة") == WordedNumber{300, 2});
  CHECK(number_of("ثمانمائة وأحد عشر") == WordedNumber{811, 3});
  CHECK(number_of("تسعمائة وتسعة وتسعون") == WordedNumber{999, 3});
}

TEST_CASE("thousands and millions") {
  CHECK(number_of("ألف") == WordedNumber{1000, 1});
  CHECK(number_of("ألفان وثمانية عشر") == WordedNumber{2018, 3});
  CHECK(number_of("خمسة آلاف") == WordedNumber{5000, 2});
  CHECK(number_of("خمسة عشر ألفا") == WordedNumber{15000, 3});
  CHECK(number_of("مئة وخمسون ألفا ومئتان") == WordedNumber{150200, 4});
  CHECK(number_of("مليون ونصف") == WordedNumber{1000000, 1});
  CHECK(number_of("ثلاثة ملايين وأربعمئة ألف") == WordedNumber{3400000, 4});
  CHECK(number_of("مليونين") == WordedNumber{2000000, 1});
}

TEST_CASE("a number ends where the words are no more of it") {
  CHECK(number_of("خمسة أشخاص") == WordedNumber{5, 1});
  CHECK(number_of("خمسة عشرون") == WordedNumber{5, 1});
  CHECK(number_of("عشرون وثلاثون") == WordedNumber{20, 1});
  CHECK(number_of("مئة مئة") == WordedNumber{100, 1});
  CHECK(number_of("ألف مليون") == WordedNumber{1000, 1});
  CHECK(number_of("قتيل") == WordedNumber{});
  CHECK(number_of("") == WordedNumber{});
}

TEST_CASE("numbers are written as newspapers have them") {
  CHECK(written(20) == std::vector<std::string>{"عشرون", "عشرين"});
  CHECK(written(25).front() == "خمسه وعشرون");
  CHECK(is_written(25, "خمس وعشرين"));
  CHECK(is_written(12, "اثنتي عشرة"));
  CHECK(is_written(300, "ثلاثمائة"));
  CHECK(is_written(300, "ثلاثمئة"));
  CHECK(is_written(2018, "ألفين وثمانية عشر"));
  CHECK(is_written(1'000'000, "مليون"));
  CHECK(is_written(5'000'000, "خمسة ملايين"));
  CHECK(written(0).empty());
  CHECK(written(kMaxWordedNumber + 1).empty());
}

TEST_CASE("every wording of a number is read as that number, whole") {
  for (std::uint64_t number = 1; number <= 3000; ++number) {
    for (const std::vector<std::string>& words : number_wordings(number)) {
      INFO(number);
      REQUIRE(read(words) == WordedNumber{number, words.size()});
    }
  }
  CHECK(rc::check([] {
    const auto number = *rc::gen::inRange<std::uint64_t>(1, kMaxWordedNumber + 1);
    const auto wordings = number_wordings(number);
    RC_ASSERT(!wordings.empty() && wordings.size() <= 8);
    for (const auto& words : wordings) {
      RC_ASSERT((read(words) == WordedNumber{number, words.size()}));
    }
  }));
}

TEST_CASE("any words are read or not, and never past their end") {
  CHECK(rc::check([] {
    const auto words = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("خمسه", "عشر", "وعشرون", "مئه", "وثلاثمائه", "الف", "الاف",
                                      "ومليون", "ملايين", "و", "", "احد", "واحد", "قتيل"));
    const auto number = read(words);
    RC_ASSERT(!number || (number->words >= 1 && number->words <= words.size()));
    RC_ASSERT(!number || (number->value >= 1 && number->value <= kMaxWordedNumber));
  }));
}

namespace {

std::vector<std::string> joined(const NumberWordings& wordings) {
  std::vector<std::string> texts;
  for (const std::vector<std::string>& words : wordings) {
    std::string& text = texts.emplace_back();
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  }
  return texts;
}

}  // namespace

TEST_CASE("digits stand before thousands and millions in words") {
  CHECK(joined(digit_wordings(20'000)) == std::vector<std::string>{"20000", "20 الف", "20 الفا"});
  CHECK(joined(digit_wordings(5'000)) == std::vector<std::string>{"5000", "5 الاف"});
  CHECK(joined(digit_wordings(3'000'000)) == std::vector<std::string>{"3000000", "3 ملايين"});
  CHECK(joined(digit_wordings(1'000)) == std::vector<std::string>{"1000"});
  CHECK(joined(digit_wordings(2018)) == std::vector<std::string>{"2018"});
  CHECK(is_written(20'000, "عشرين ألفا"));
  CHECK_FALSE(is_written(5'000, "خمسة آلافا"));
  CHECK(scale_of("الاف") == 1'000);
  CHECK(scale_of("مليونا") == 1'000'000);
  CHECK(scale_of("الفين") == 0);
  CHECK(scale_of("") == 0);
}

TEST_CASE("ordinals behind a definite noun") {
  CHECK(joined(ordinal_wordings(21, false)) ==
        std::vector<std::string>{"الحادي والعشرون", "الحادي والعشرين"});
  CHECK(joined(ordinal_wordings(15, true)) == std::vector<std::string>{"الخامسه عشره"});
  CHECK(joined(ordinal_wordings(5, true)) == std::vector<std::string>{"الخامسه"});
  CHECK(joined(ordinal_wordings(30, true)) == std::vector<std::string>{"الثلاثون", "الثلاثين"});
  CHECK(ordinal_wordings(2, false).empty());
  CHECK(ordinal_wordings(100, false).empty());
  for (std::uint64_t number = 3; number <= 99; ++number) {
    for (const bool feminine : {false, true}) {
      for (const std::vector<std::string>& words : ordinal_wordings(number, feminine)) {
        const std::vector<std::string_view> views(words.begin(), words.end());
        CHECK(read_ordinal(views) == WordedNumber{number, words.size()});
      }
    }
  }
  CHECK_FALSE(read_ordinal(std::vector<std::string_view>{}));
  CHECK_FALSE(read_ordinal(std::vector<std::string_view>{"القرن", "العشرين"}));
}
