#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "analyzers/characters.h"
#include "tests/analyzers/random_text.h"
#include "tests/searcher/snippet_maker.h"
#include "warraq/analyzers/direction.h"
#include "warraq/analyzers/utf8.h"

namespace {

using warraq::analyzers::Analysis;
using warraq::analyzers::Token;
using warraq::searcher::Snippet;
using warraq::tests::shared_analyzer;

bool is_boundary(const std::string& text, std::size_t offset) {
  return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

// The documented cleaning, of the whole text at once.
std::string cleaned(const std::string& text) {
  std::string shown = warraq::analyzers::displayable(text);
  for (std::size_t at = 0; (at = shown.find("\u00A0", at)) != std::string::npos;) {
    shown.replace(at, 2, " ");
  }
  std::string result;
  for (const char byte : shown) {
    if (byte != ' ' || (!result.empty() && result.back() != ' ')) result += byte;
  }
  return result;
}

// A query of words of the text itself, by itself, as a phrase or in their exact form.
std::string query_from(const std::string& text) {
  Analysis analysis;
  shared_analyzer().analyze(text, analysis);
  if (analysis.tokens().empty()) return "كلمة";
  const auto count = static_cast<int>(analysis.tokens().size());
  const int first = *rc::gen::inRange(0, count);
  const int last = *rc::gen::inRange(first, std::min(first + 3, count));
  const std::uint32_t begin = analysis.tokens()[static_cast<std::size_t>(first)].begin;
  const std::uint32_t end = analysis.tokens()[static_cast<std::size_t>(last)].end;
  const std::string words = text.substr(begin, std::max(begin, end) - begin);
  const auto mark = *rc::gen::elementOf(std::vector<std::string>{"", "\"", "=\""});
  return mark + words + (mark.empty() ? "" : "\"");
}

// Letters, digits, marks and tatweel before `at` and from it on, invisible characters passed over.
bool is_inside_word(const std::string& text, std::size_t at) {
  using namespace warraq::analyzers;
  CharacterClass before = CharacterClass::separator;
  for (std::size_t begin = 0; begin < text.size();) {
    const DecodedCharacter character = decode_utf8(text, begin);
    const CharacterClass of = classify(character.code_point);
    if (begin >= at && of != CharacterClass::invisible) {
      return before != CharacterClass::separator && of != CharacterClass::separator;
    }
    if (of != CharacterClass::invisible) before = of;
    begin += character.length;
  }
  return false;
}

void check_highlights(const Snippet& snippet) {
  Analysis analysis;
  shared_analyzer().analyze(snippet.text, analysis);
  std::uint32_t done = 0;
  for (const auto& [begin, end] : snippet.highlights) {
    RC_ASSERT(begin >= done);
    RC_ASSERT(begin < end);
    RC_ASSERT(end <= snippet.text.size());
    RC_ASSERT(is_boundary(snippet.text, begin));
    RC_ASSERT(is_boundary(snippet.text, end));
    RC_ASSERT(!is_inside_word(snippet.text, begin));
    RC_ASSERT(!is_inside_word(snippet.text, end));
    // No word reaches over a highlight's edge: never a part of a word.
    for (const Token& token : analysis.tokens()) {
      if (token.joined) continue;
      RC_ASSERT(!(token.begin < begin && begin < token.end));
      RC_ASSERT(!(token.begin < end && end < token.end));
    }
    done = end;
  }
}

}  // namespace

TEST_CASE("snippets are pieces of the text, and highlights whole words of it") {
  CHECK(rc::check("random text and queries", [] {
    const std::string text = *warraq::analyzers::test::random_clean_text();
    const std::string query = query_from(text);
    const auto count = *rc::gen::inRange<std::size_t>(1, 4);
    const auto bytes = *rc::gen::inRange<std::size_t>(1, 120);
    const std::string whole = cleaned(text);
    for (const Snippet& snippet : warraq::tests::snippets_of(query, text, count, bytes)) {
      RC_ASSERT(whole.find(snippet.text) != std::string::npos);
      check_highlights(snippet);
    }
  }));
}

TEST_CASE("no bytes bring the snippet maker down") {
  CHECK(rc::check("random bytes", [] {
    const std::string text = *warraq::analyzers::test::random_text();
    for (const Snippet& snippet : warraq::tests::snippets_of(query_from(text), text, 2, 50)) {
      RC_ASSERT(!snippet.text.empty());
      for (const auto& [begin, end] : snippet.highlights) {
        RC_ASSERT(begin < end);
        RC_ASSERT(end <= snippet.text.size());
      }
    }
  }));
}
