// What holds for every text, over random ones.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <string_view>

#include "tests/analyzers/analysed.h"
#include "tests/analyzers/random_text.h"
#include "warraq/analyzers/direction.h"

using namespace warraq::analyzers;
using namespace warraq::analyzers::test;

namespace {

// Whether `at` is not inside a character; meant for valid UTF-8.
bool on_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

// Empty where the invariants of tokens hold, else what does not.
std::string broken_invariant(std::string_view text, const Result& result, bool valid_text) {
  std::uint32_t next_position = 0;
  std::uint32_t last_begin = 0;
  for (const Word& word : result.words) {
    if (word.begin >= word.end || word.end > text.size()) return "a range out of bounds";
    if (word.begin < last_begin) return "tokens out of order";
    last_begin = word.begin;
    if (valid_text && !(on_boundary(text, word.begin) && on_boundary(text, word.end))) {
      return "a range inside a character";
    }
    if (word.exact.empty() || word.normalised.empty() || word.stem.empty()) return "an empty level";
    if (word.joined) {
      if (word.stop || word.position + 1 != next_position) return "a joined token out of place";
    } else if (word.position != next_position++) {
      return "positions with a gap";
    }
  }
  return next_position == result.position_count ? "" : "a wrong number of positions";
}

}  // namespace

TEST_CASE("both paths make the same tokens of any text, in every field") {
  CHECK(rc::check([] {
    const std::string text = *random_text();
    RC_ASSERT(analysed(text) == analysed_by_reference(text));
    RC_ASSERT(analysed(text) == analysed_and_completed(text));
  }));
}

TEST_CASE("both paths make the same tokens of any bytes") {
  CHECK(rc::check([](const std::string& bytes) {
    RC_ASSERT(analysed(bytes) == analysed_by_reference(bytes));
  }));
}

TEST_CASE("ranges lie in the text and on characters, tokens are in order, positions have no gap") {
  CHECK(rc::check([] {
    const std::string text = *random_text();
    RC_ASSERT(broken_invariant(text, analysed(text), false).empty());
    const std::string clean = *random_clean_text();
    RC_ASSERT(broken_invariant(clean, analysed(clean), true).empty());
  }));
}

TEST_CASE("a normalised word, analysed again, is itself") {
  CHECK(rc::check([] {
    for (const Word& word : analysed(*random_clean_text()).words) {
      if (word.joined) continue;
      const Result again = analysed(word.normalised);
      RC_ASSERT(again.words.size() == 1U);
      RC_ASSERT(again.words.front().normalised == word.normalised);
      RC_ASSERT(again.words.front().stem == word.stem);
    }
  }));
}

TEST_CASE("every letter of Unicode, normalised, is itself when analysed again") {
  std::string letter;
  std::size_t checked = 0;
  const auto append = [&letter](unsigned byte) { letter.push_back(static_cast<char>(byte)); };
  for (char32_t c = 0x80; c < 0x800; ++c) {  // Latin, Greek, Cyrillic, Hebrew, Arabic
    letter.clear();
    append(0xC0U | static_cast<unsigned>(c >> 6));
    append(0x80U | static_cast<unsigned>(c & 0x3F));
    for (const Word& word : analysed(letter).words) {
      INFO(letter << ' ' << static_cast<unsigned>(c));
      CHECK(only_word(word.normalised).normalised == word.normalised);
      ++checked;
    }
  }
  CHECK(checked > 1000);
}

TEST_CASE("tokens of a text do not depend on what stands after a line break") {
  CHECK(rc::check([] {
    const std::string before = *random_text();
    const std::string after = *random_text();
    const Result alone = analysed(before);
    const Result together = analysed(before + "\n" + after);
    RC_ASSERT(together.words.size() >= alone.words.size());
    for (std::size_t i = 0; i < alone.words.size(); ++i) {
      RC_ASSERT(together.words[i] == alone.words[i]);
    }
  }));
}

TEST_CASE("displayable() leaves no control and is stable") {
  CHECK(rc::check([] {
    const std::string cleaned = displayable(*random_text());
    RC_ASSERT(displayable(cleaned) == cleaned);
    for (const char c : cleaned) RC_ASSERT(static_cast<unsigned char>(c) >= 0x20);
  }));
}
