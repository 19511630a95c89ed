// The fast path: the rules of ANALYSIS.md for text in plain_characters.h, byte by byte.
#pragma once

#include <string_view>

#include "analyzers/arena.h"
#include "analyzers/plain_characters.h"
#include "analyzers/reference_tokeniser.h"
#include "analyzers/token_writer.h"

namespace warraq::analyzers {

/// Tokenises a text piece by piece, a piece being what stands between ASCII spaces. A piece that
/// holds anything but plain characters is given up and done again by the reference tokeniser, so
/// both make the same tokens of a text whatever it holds.
class PlainTokeniser {
 public:
  PlainTokeniser(std::string_view text, const PlainCharacters& characters, TokenWriter& writer)
      : text_(text), characters_(&characters), writer_(&writer), reference_(text, writer) {
    begin_piece();
  }

  /// Adds the tokens of the whole text.
  void tokenise();

 private:
  using Character = PlainCharacters::Character;
  using Class = PlainCharacters::Class;

  [[nodiscard]] const Character& character(std::size_t at) const {
    return characters_->at(text_, at);
  }
  [[nodiscard]] ByteRange range_from(std::size_t begin) const {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
  }

  void begin_piece();
  void redo_piece();

  // Each takes the word or number at at_ and returns false where the reference must take over.
  bool take_arabic();
  bool take_latin();
  bool take_number();

  std::string_view text_;
  const PlainCharacters* characters_;
  TokenWriter* writer_;
  ReferenceTokeniser reference_;
  std::size_t at_ = 0;

  // What to go back to when the piece turns out not to be plain.
  std::size_t piece_begin_ = 0;
  std::size_t tokens_before_ = 0;
  Arena::Mark arena_before_;
};

}  // namespace warraq::analyzers
