#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/characters.h"
#include "tests/analyzers/analysed.h"
#include "tests/analyzers/random_text.h"
#include "warraq/analyzers/utf8.h"
#include "warraq/analyzers/written_words.h"

using namespace warraq::analyzers;
using namespace warraq::analyzers::test;

namespace {

std::vector<WrittenWord> words_of(std::string_view text) {
  Analysis analysis;
  analyzer().analyze(text, analysis);
  return written_words(text, analysis.tokens());
}

// The words with | between them.
std::string written(std::string_view text) {
  std::string result;
  for (const WrittenWord& word : words_of(text)) {
    result.append(result.empty() ? "" : "|").append(text.substr(word.begin, word.end - word.begin));
  }
  return result;
}

// The classes of a text's characters but the invisible ones, and whether a word begins or ends
// before each.
struct Place {
  CharacterClass of = CharacterClass::separator;
  bool border = false;
};

std::vector<Place> places_of(std::string_view text) {
  const std::vector<WrittenWord> words = words_of(text);
  std::vector<Place> places;
  std::size_t word = 0;
  bool border = false;
  for (std::size_t at = 0; at < text.size();) {
    while (word < words.size() && words[word].end <= at) {
      border |= words[word++].end == at;
    }
    border |= word < words.size() && words[word].begin == at;
    const DecodedCharacter character = decode_utf8(text, at);
    at += character.length;
    const CharacterClass of = classify(character.code_point);
    if (of == CharacterClass::invisible) continue;
    places.push_back({of, border});
    border = false;
  }
  return places;
}

}  // namespace

TEST_CASE("tokens that touch are one word as it is written") {
  CHECK(written("في الـ47 من S10") == "في|الـ47|من|S10");
  CHECK(written("و2018، بـCNN.") == "و2018|بـCNN");
  CHECK(written("#محمد_صلاح (المدينةُ) ـهـ") == "محمد|صلاح|المدينةُ|ـهـ");
  CHECK(written("1,500٪ و10:30") == "1,500|و10|30");
  CHECK(written("أ.ف.ب أ ف ب") == "أ|ف|ب|أ|ف|ب");
  CHECK(written("محمدﷺ") == "محمدﷺ");
  CHECK(written("مي\u200Fناء \u200Fفي\u200F") == "مي\u200Fناء|في");
  CHECK(written("МиГ29 漢字かな ").starts_with("МиГ29|漢字"));
  CHECK(written("").empty());
  CHECK(written("؟ !").empty());
}

TEST_CASE("written words are in order and apart, and every token lies within one") {
  CHECK(rc::check([] {
    const std::string text = *random_text();
    const std::vector<WrittenWord> words = words_of(text);
    std::uint32_t done = 0;
    for (const WrittenWord& word : words) {
      RC_ASSERT(word.begin >= done);
      RC_ASSERT(word.begin < word.end);
      RC_ASSERT(word.end <= text.size());
      done = word.end;
    }
    const Result result = analysed(text);
    for (const Word& token : result.words) {
      if (token.joined) continue;
      RC_ASSERT(std::any_of(words.begin(), words.end(), [&](const WrittenWord& word) {
        return word.begin <= token.begin && token.end <= word.end;
      }));
    }
  }));
}

TEST_CASE("no written word begins or ends between two letters, digits or marks") {
  CHECK(rc::check([] {
    const std::vector<Place> places = places_of(*random_clean_text());
    for (std::size_t i = 1; i < places.size(); ++i) {
      const bool between = places[i - 1].of != CharacterClass::separator &&
                           places[i].of != CharacterClass::separator;
      RC_ASSERT(!(between && places[i].border));
    }
  }));
}
