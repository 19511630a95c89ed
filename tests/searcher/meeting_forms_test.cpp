// Spellings that must meet, end to end: from an article's text to a hit.
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/searcher/test_archive.h"

namespace {

using warraq::tests::article;
using warraq::tests::TestArchive;

const std::vector<std::pair<std::string, std::string>> kMeeting = {
    {"أخبار", "اخبار"},       {"إعلان", "اعلان"},       {"مُحَمَّد", "محمد"},
    {"محمـــد", "محمد"},      {"ٱلرحمن", "الرحمن"},     {"مدرسة", "مدرسه"},
    {"مصطفى", "مصطفي"},       {"٢٠١٧", "2017"},         {"ترکی", "تركي"},
    {"ﻣﺤﻤﺪ", "محمد"},         {"ا\u0654حمد", "أحمد"},   {"#محمد_صلاح", "صلاح"},
    {"مي\u200Fناء", "ميناء"}, {"مي\u200Cناء", "ميناء"}, {"القاهرة،بيروت", "بيروت"},
    {"Google", "google"},
};

}  // namespace

TEST_CASE("spellings of one word find each other") {
  for (const auto& pair : kMeeting) {
    // No structured binding: CAPTURE makes a lambda, and clang 14 lets none capture one.
    const std::string& one = pair.first;
    const std::string& other = pair.second;
    CAPTURE(one);
    CAPTURE(other);
    const TestArchive archive({article("one", "", "نشرت الصحيفة " + one + " في صفحتها"),
                               article("other", "", "نشرت الصحيفة " + other + " في صفحتها"),
                               article("neither", "", "هطلت الأمطار على الساحل")});
    CHECK(archive.finds(other, "one"));
    CHECK(archive.finds(other, "other"));
    CHECK_FALSE(archive.finds(other, "neither"));
    // The longer spelling of two words finds by any of them.
    CHECK(archive.finds(one, "one"));
    CHECK(archive.finds(one, "other"));
  }
}

TEST_CASE("stop words are told on the exact form") {
  const TestArchive archive({article("preposition", "", "وقف الوزير على المنصة"),
                             article("name", "", "وصل علي باكرا"),
                             article("neither", "", "هطلت الأمطار بغزارة")});
  SUBCASE("على alone finds the preposition, and the name too") {
    CHECK(archive.finds("على", "preposition"));
    CHECK(archive.finds("على", "name"));
    CHECK_FALSE(archive.finds("على", "neither"));
  }
  SUBCASE("علي does not find the preposition") {
    CHECK(archive.ids("علي") == std::vector<std::string>{"name"});
  }
  SUBCASE("beside other words a stop word finds nothing") {
    CHECK(archive.ids("على الأمطار") == std::vector<std::string>{"neither"});
  }
  SUBCASE("the exact forms are kept apart") {
    CHECK(archive.ids("=على") == std::vector<std::string>{"preposition"});
    CHECK(archive.ids("=علي") == std::vector<std::string>{"name"});
    CHECK(archive.ids("\"على\"").size() == 2);
    CHECK(archive.ids("\"علي\"") == std::vector<std::string>{"name"});
  }
}
