// The rules by which one name is spelt in several ways.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/analyzers/analysed.h"
#include "warraq/analyzers/variants.h"

using namespace warraq::analyzers;
using namespace warraq::analyzers::test;

namespace {

constexpr std::size_t kEnough = 2000;

std::string normalised(std::string_view word) { return only_word(word).normalised; }

const Spelling* spelling(const std::vector<Spelling>& spellings, std::string_view word) {
  const auto found = std::find_if(spellings.begin(), spellings.end(),
                                  [&](const Spelling& each) { return each.word == word; });
  return found == spellings.end() ? nullptr : &*found;
}

// The rules that make `to` of `from`, with spaces between; empty where none do.
std::string rules(std::string_view from, std::string_view to) {
  const std::vector<Spelling> spellings = spellings_of(normalised(from), kEnough);
  const Spelling* found = spelling(spellings, normalised(to));
  std::string names;
  if (found == nullptr) return names;
  for (const VariantRule rule : found->rules) {
    names += (names.empty() ? "" : " ") + std::string(name_of(rule));
  }
  return names;
}

// Whether each makes the other.
bool meet(std::string_view left, std::string_view right) {
  return !rules(left, right).empty() && !rules(right, left).empty();
}

const std::vector<std::string>& names() {
  static const std::vector<std::string> kNames = {
      "ترامب", "غوتيريش",   "نتانياهو", "انجلترا", "اميركي",   "جوجل",     "سوريا",
      "مسؤول", "هيئه",      "مئه",      "بيروت",   "والقاهره", "زيلينسكي", "شكسبير",
      "فولغا", "بالانترنت", "طوكيو",    "ماكرون",  "شؤون",     "رحيما"};
  return kNames;
}

}  // namespace

TEST_CASE("the letters that foreign sounds are written with") {
  CHECK(rules("غوتيريس", "غوتيريش") == "s_sound");
  CHECK(meet("غوتيريس", "جوتيريش"));
  CHECK(meet("غوغل", "جوجل"));
  CHECK(meet("جوجل", "قوقل"));
  CHECK(rules("غوغل", "جوجل") == "g_sound");
  CHECK(meet("إنجلترا", "إنكلترا"));
  CHECK(meet("إنجلترا", "انقلترا"));
  CHECK(meet("أردوغان", "أردوجان"));
  CHECK(rules("أنتونين", "أنطونين") == "consonant");
  CHECK(meet("كازارين", "كاسارين"));
  CHECK(meet("جوناس", "خوناس"));
  CHECK(rules("گوگل", "غوغل") == "g_sound");
}

TEST_CASE("vowels that one writes and another does not") {
  CHECK(rules("ترامب", "ترمب") == "long_vowel");
  CHECK(meet("نتنياهو", "نتانياهو"));
  CHECK(meet("تشيلسي", "تشلسي"));
  CHECK(meet("فيسبوك", "فايسبوك"));
  CHECK(meet("ميركل", "ميركيل"));
  CHECK(meet("غوتيريس", "غوتيرش"));
  CHECK(rules("أميركي", "أمريكي") == "listed");
  CHECK(rules("أدوارد", "أدورد") == "long_vowel");
  // What a slip of the hand makes is no other spelling.
  CHECK(rules("ديكسون", "يدكسون").empty());
  CHECK(meet("الأميركيين", "الأمريكيين"));
  CHECK(rules("إديسون", "إيدسون") == "long_vowel long_vowel");
}

TEST_CASE("seats of hamza and the alef of a hundred") {
  CHECK(rules("مسؤول", "مسئول") == "hamza_seat");
  CHECK(meet("شؤون", "شئون"));
  CHECK(meet("هيئة", "هيأة"));
  CHECK(rules("مئة", "مائة") == "hundred");
  CHECK(meet("بالمئة", "بالمائة"));
  CHECK(meet("ثلاثمئة", "ثلاثمائة"));
  CHECK(meet("المئتين", "المائتين"));
  CHECK(is_certain(VariantRule::hamza_seat));
  CHECK_FALSE(is_certain(VariantRule::g_sound));
}

TEST_CASE("how names and adverbs end") {
  CHECK(rules("سوريا", "سورية") == "ending");
  CHECK(meet("أمريكا", "أمريكة"));
  CHECK(meet("شوهي", "شوهيه"));
  CHECK(rules("رحيما", "رحيم") == "tanwin_alef");
  CHECK(meet("خوسيه", "خوسي"));
}

TEST_CASE("what the stemmer takes off the front is left alone") {
  for (const Spelling& each : spellings_of("والقاهره", kEnough)) {
    CHECK(each.word.starts_with("وال"));
  }
}

TEST_CASE("spellings are bounded, in the order of what they cost, each once, never the word") {
  for (const std::string& name : names()) {
    for (const std::size_t limit : {0U, 1U, 10U, 300U}) {
      const std::vector<Spelling> spellings = spellings_of(name, limit);
      CHECK(spellings.size() <= limit);
      std::set<std::string> distinct;
      unsigned cost = 1;
      for (const Spelling& each : spellings) {
        CHECK(each.word != name);
        CHECK(distinct.insert(each.word).second);
        CHECK(each.cost >= cost);
        CHECK_FALSE(each.rules.empty());
        CHECK(normalised(each.word) == each.word);
        cost = each.cost;
      }
    }
  }
}

TEST_CASE("what one rule makes of a word, it makes the word of") {
  for (const std::string& name : names()) {
    for (const Spelling& each : spellings_of(name, kEnough)) {
      if (each.rules.size() > 1) continue;
      // A shorter or longer front may be another prefix to the stemmer.
      if (each.word.substr(0, 4) != name.substr(0, 4)) continue;
      const std::vector<Spelling> back = spellings_of(each.word, kEnough);
      INFO(name << " " << each.word);
      const Spelling* found = spelling(back, name);
      REQUIRE(found != nullptr);
      CHECK(found->cost <= each.cost);
    }
  }
}

TEST_CASE("any word has spellings or none, in bounded time") {
  CHECK(rc::check([] {
    const auto letters = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("ا", "و", "ي", "غ", "ج", "س", "ت", "ئ", "ه", "ل", "ء"));
    std::string word;
    for (const std::string& letter : letters) word += letter;
    RC_ASSERT(spellings_of(word, 500).size() <= 500);
  }));
  CHECK(spellings_of("", 10).empty());
  CHECK(spellings_of("google", 10).empty());
  CHECK(spellings_of("2018", 10).empty());
  std::string long_word;
  for (int i = 0; i < 100'000; ++i) long_word += "غ";
  CHECK(spellings_of(long_word, 10).empty());
  CHECK(splits_of(long_word).empty());
}

TEST_CASE("where a word may be two") {
  const std::vector<SplitWord> splits = splits_of("عبدالله");
  CHECK(splits.size() == 4);
  CHECK(std::find(splits.begin(), splits.end(), SplitWord{"عبد", "الله", true}) != splits.end());
  CHECK(std::find(splits.begin(), splits.end(), SplitWord{"عبدا", "لله", false}) != splits.end());
  CHECK(is_name_particle("ابو"));
  CHECK_FALSE(is_name_particle("رئيس"));
  CHECK(splits_of("من").empty());
}

TEST_CASE("months in other countries, and names that are listed") {
  const std::vector<std::string_view> others = other_month_names("يناير");
  CHECK(others == std::vector<std::string_view>{"كانون الثاني", "جانفي"});
  for (const std::string_view other : others) {
    const std::vector<std::string_view> back = other_month_names(other);
    CHECK(std::find(back.begin(), back.end(), "يناير") != back.end());
  }
  CHECK(other_month_names("كانون").empty());
  CHECK(other_month_names("").empty());
  CHECK(listed_names("بولونيا").size() == 2);
  CHECK(listed_names("فرنسا").empty());
  CHECK(listed_names("").empty());
}
