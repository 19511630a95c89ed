#include "analyzers/plain_tokeniser.h"

#include <algorithm>
#include <cstring>

#include "analyzers/characters.h"

namespace warraq::analyzers {
namespace {

// Room is made once for each word; a longer one is left to the reference tokeniser.
constexpr std::size_t kLongestWord = 256;

// Bytes of a letter, mark or tatweel of the Arabic block. A constant, not Character::length: where
// the next character lies then does not wait for the table.
constexpr std::size_t kArabicLength = 2;

}  // namespace

void PlainTokeniser::tokenise() {
  while (true) {
    const Character& next = character(at_);
    bool plain = true;
    switch (next.type) {
      case Class::end:
        return;
      case Class::space:
        ++at_;
        begin_piece();
        break;
      case Class::separator:
      case Class::number_separator:
      case Class::mark:  // with no letter before it
      case Class::tatweel:
        at_ += next.length;
        break;
      case Class::arabic_letter:
        plain = take_arabic();
        break;
      case Class::latin_letter:
        plain = take_latin();
        break;
      case Class::digit:
        plain = take_number();
        break;
      case Class::foreign:
        plain = false;
        break;
    }
    if (!plain) redo_piece();
  }
}

void PlainTokeniser::begin_piece() {
  piece_begin_ = at_;
  tokens_before_ = writer_->storage().tokens.size();
  arena_before_ = writer_->storage().arena.mark();
}

void PlainTokeniser::redo_piece() {
  writer_->storage().tokens.resize(tokens_before_);
  writer_->storage().arena.rewind(arena_before_);
  const char* const end =
      std::find_if(text_.data() + at_, text_.data() + text_.size(),
                   [](char byte) { return is_ascii_space(static_cast<unsigned char>(byte)); });
  at_ = static_cast<std::size_t>(end - text_.data());
  reference_.tokenise(piece_begin_, at_);
  begin_piece();
}

// Works on local values: through the members, every byte written to `exact` would make the compiler
// read them all again, for a char may alias anything.
bool PlainTokeniser::take_arabic() {
  const std::string_view text = text_;
  const PlainCharacters& characters = *characters_;
  const std::size_t begin = at_;
  char* const exact = writer_->storage().arena.room(kLongestWord);
  std::size_t at = begin;
  std::size_t size = 0;
  bool folds = false;
  Class after = Class::foreign;
  while (size < kLongestWord) {
    const Character& next = characters.at(text, at);
    after = next.type;
    if (after == Class::arabic_letter) {
      std::memcpy(exact + size, next.exact.data(), next.exact.size());
      size += next.exact.size();
      folds |= next.folds;
    } else if (after != Class::mark && after != Class::tatweel) {
      break;
    }
    at += kArabicLength;
  }
  if (after == Class::foreign || size == kLongestWord) return false;
  at_ = at;
  writer_->add_arabic(range_from(begin), writer_->storage().arena.take(size), folds);
  return true;
}

bool PlainTokeniser::take_latin() {
  const std::size_t begin = at_;
  char* const exact = writer_->storage().arena.room(kLongestWord);
  std::size_t size = 0;
  Class after = Class::latin_letter;
  while (true) {
    const Character& next = character(at_);
    after = next.type;
    if (after != Class::latin_letter) break;
    if (size == kLongestWord) return false;
    exact[size++] = next.exact[0];
    at_ += next.length;
  }
  if (after == Class::mark || after == Class::foreign) return false;
  const std::string_view word = writer_->storage().arena.take(size);
  writer_->add_word(range_from(begin), TokenKind::latin, word, word);
  return true;
}

bool PlainTokeniser::take_number() {
  const std::size_t begin = at_;
  char* const exact = writer_->storage().arena.room(kLongestWord);
  std::size_t size = 0;
  bool has_separator = false;
  while (true) {
    const Character& next = character(at_);
    if (next.type == Class::number_separator) {
      if (character(at_ + next.length).type != Class::digit) break;
      has_separator = true;
    } else if (next.type != Class::digit) {
      break;
    }
    if (size == kLongestWord) return false;
    exact[size++] = next.exact[0];
    at_ += next.length;
  }
  writer_->add_number(range_from(begin), writer_->storage().arena.take(size), has_separator);
  return true;
}

}  // namespace warraq::analyzers
