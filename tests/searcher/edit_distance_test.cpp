#include "searcher/suggest/edit_distance.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

#include "searcher/suggest/letters.h"
#include "tests/analyzers/random_text.h"
#include "warraq/analyzers/utf8.h"

namespace {

using warraq::searcher::EditCosts;
using warraq::searcher::EditDistance;
using warraq::searcher::kMaxLetters;
using warraq::searcher::Letters;

constexpr int kFar = 1000;

int distance(std::string_view typed, std::string_view word) {
  return EditDistance(EditCosts()).between(*Letters::read(typed), *Letters::read(word), kFar);
}

// Words of few letters, so that they meet often, in all relations.
rc::Gen<std::string> near_words() {
  const auto letters = rc::gen::elementOf(
      std::vector<std::string>{"ا", "أ", "و", "ي", "ى", "ت", "ط", "ب", "ن", "م", "ه", "ة"});
  return rc::gen::map(
      rc::gen::resize(8, rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(letters))),
      [](const std::vector<std::string>& parts) {
        std::string result;
        for (std::size_t i = 0; i < std::min(parts.size(), kMaxLetters); ++i) {
          result += parts[i];
        }
        return result;
      });
}

}  // namespace

TEST_CASE("what Arabic writers mix up is nearer than any other letter") {
  const EditCosts costs;
  CHECK(distance("احمد", "أحمد") == costs.hamza);
  CHECK(distance("مسئول", "مسؤول") == costs.hamza);
  CHECK(distance("مصطفي", "مصطفى") == costs.folded);
  CHECK(distance("مدرسه", "مدرسة") == costs.folded);
  CHECK(distance("نضام", "نظام") == costs.sound);
  CHECK(distance("سلتة", "سلطة") == costs.sound);
  CHECK(distance("جازة", "غازة") == costs.sound);
  CHECK(distance("خريب", "خريت") == costs.dots);
  CHECK(distance("الوزراءر", "الوزراء") == costs.ordinary);
  CHECK(distance("المرب", "المطب") == costs.ordinary);
}

TEST_CASE("letters too many, too few and in the wrong order") {
  const EditCosts costs;
  CHECK(distance("االحوادث", "الحوادث") == costs.doubled);
  CHECK(distance("المعلم", "المعللم") == costs.doubled);
  CHECK(distance("انتخبات", "انتخابات") == costs.vowel);
  CHECK(distance("شكر", "شكرا") == costs.tanwin);
  CHECK(distance("حكومة", "بحكومة") == costs.attached);
  CHECK(distance("اقتاصد", "اقتصاد") == costs.transposed);
  CHECK(distance("الحومة", "الحكومة") == costs.ordinary);
}

TEST_CASE("Latin words have keys and letters, and no sounds") {
  const EditCosts costs;
  CHECK(distance("goohle", "google") == costs.keys);
  CHECK(distance("gogle", "google") == costs.doubled);
  CHECK(distance("goxgle", "google") == costs.ordinary);
}

TEST_CASE("a distance is zero for equal words alone, and the same both ways but for its limit") {
  CHECK(rc::check("laws of a distance", [] {
    const EditDistance distance{EditCosts()};
    const auto a = *Letters::read(*near_words());
    const auto b = *Letters::read(*near_words());
    const int full = distance.between(a, b, kFar);
    RC_ASSERT(full == distance.between(b, a, kFar));
    const bool equal = a.size() == b.size() && full == 0;
    bool same = a.size() == b.size();
    for (std::size_t i = 0; same && i < a.size(); ++i) same = a[i] == b[i];
    RC_ASSERT(equal == same);
    const int limit = *rc::gen::inRange(0, 40);
    const int limited = distance.between(a, b, limit);
    RC_ASSERT((full <= limit ? limited == full : limited > limit));
  }));
}

TEST_CASE("words are read as letters, or not at all") {
  CHECK(Letters::read("العربية")->size() == 7);
  CHECK(Letters::read("google")->size() == 6);
  CHECK(Letters::read("أخبار")->families() == Letters::read("اخبار")->families());
  for (const char* text : {"", "2018", "ab cd", "кино", "مجلس الأمن", "\xD8", "\xD8\x41", "é"}) {
    CHECK_FALSE(Letters::read(text));
  }
  std::string longest;
  for (std::size_t i = 0; i < kMaxLetters; ++i) longest += "ب";
  CHECK(Letters::read(longest));
  CHECK_FALSE(Letters::read(longest + "ب"));
  CHECK(rc::check("any bytes are taken", [] {
    const std::string text = *warraq::analyzers::test::random_text();
    const auto letters = Letters::read(text);
    RC_ASSERT((!letters || (letters->size() >= 1 && letters->size() <= kMaxLetters)));
  }));
}
