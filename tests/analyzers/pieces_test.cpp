// Long texts analysed piece by piece.
#include "warraq/analyzers/pieces.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

#include "tests/analyzers/analysed.h"
#include "tests/analyzers/random_text.h"

using namespace warraq::analyzers;
using namespace warraq::analyzers::test;

namespace {

Result analysed_in_pieces(std::string_view text, std::size_t limit) {
  Result all;
  std::uint32_t offset = 0;
  while (offset < text.size()) {
    const std::string_view piece = leading_piece(text.substr(offset), limit);
    Result part = analysed(piece);
    for (Word& word : part.words) {
      word.begin += offset;
      word.end += offset;
      word.position += all.position_count;
      all.words.push_back(word);
    }
    all.position_count += part.position_count;
    all.invalid_sequences += part.invalid_sequences;
    offset += static_cast<std::uint32_t>(piece.size());
  }
  return all;
}

}  // namespace

TEST_CASE("a short text is one piece") {
  CHECK(leading_piece("سطر أول\nسطر ثان", 100) == "سطر أول\nسطر ثان");
  CHECK(leading_piece("", 0).empty());
}

TEST_CASE("a piece ends with a line break, else with a space, else with the word") {
  CHECK(leading_piece("one two\nthree four five", 15) == "one two\n");
  CHECK(leading_piece("one two three", 9) == "one two ");
  CHECK(leading_piece("incomprehensible text", 4) == "incomprehensible ");
  CHECK(leading_piece("incomprehensible", 4) == "incomprehensible");
  CHECK(leading_piece("كلمة", 3) == "كلمة");
}

TEST_CASE("the tokens of the pieces are those of the text") {
  CHECK(rc::check([] {
    std::string text = *random_text();
    // Only line breaks, so that no spaced letters stand at a cut.
    for (char& byte : text) byte = byte == ' ' ? '\n' : byte;
    const std::size_t limit = *rc::gen::inRange<std::size_t>(0, 60);
    RC_ASSERT(analysed_in_pieces(text, limit) == analysed(text));
  }));
}
