#include "analyzers/reference_tokeniser.h"

#include <unicode/unistr.h>

#include <algorithm>

#include "analyzers/arabic_letters.h"
#include "analyzers/cased_words.h"
#include "analyzers/presentation_forms.h"
#include "warraq/analyzers/utf8.h"
#include "warraq/error.h"

namespace warraq::analyzers {
namespace {

// Runs of scripts that need a dictionary to part words are cut here: it bounds ICU's work.
constexpr std::size_t kLongestRun = 4096;

// UAX #15's stream-safe text: normalisation sorts the marks of one letter, so their number must be
// bounded.
constexpr std::size_t kMarksInARow = 30;

icu::BreakIterator& word_breaks(Analysis::Storage& storage) {
  if (!storage.word_breaks) {
    UErrorCode status = U_ZERO_ERROR;
    storage.word_breaks.reset(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) throw Error(ErrorCode::internal, "ICU has no word-break data");
  }
  return *storage.word_breaks;
}

}  // namespace

void ReferenceTokeniser::tokenise(std::size_t begin, std::size_t end) {
  const std::string_view piece = text_.substr(0, end);
  for (std::size_t at = begin; at < end;) {
    const DecodedCharacter character = decode_utf8(piece, at);
    const ByteRange range{static_cast<std::uint32_t>(at),
                          static_cast<std::uint32_t>(at + character.length)};
    if (!character.valid) ++writer_->storage().invalid_sequences;
    if (is_presentation_form(character.code_point)) {
      take_presentation_form(character.code_point, range);
    } else {
      take(character.code_point, range);
    }
    at += character.length;
  }
  end_run();
}

void ReferenceTokeniser::take(char32_t code_point, ByteRange range) {
  switch (classify(code_point)) {
    case CharacterClass::invisible:
      return;
    case CharacterClass::arabic_letter:
      return take_letter(code_point, Run::arabic, range);
    case CharacterClass::latin_letter:
      return take_letter(code_point, Run::latin, range);
    case CharacterClass::other_letter:
      return take_letter(code_point, Run::other, range);
    case CharacterClass::common_letter:
      return take_letter(code_point, Run::common, range);
    case CharacterClass::mark:
      return take_mark(code_point, range);
    case CharacterClass::tatweel:
      return take_tatweel(range);
    case CharacterClass::digit:
      return take_digit(code_point, range);
    case CharacterClass::separator:
      return take_separator(code_point);
  }
}

void ReferenceTokeniser::take_presentation_form(char32_t code_point, ByteRange range) {
  const PresentationForm form = decompose_presentation_form(code_point);
  if (form.stands_alone) end_run();
  for (const char32_t character : form.characters) take(character, range);
  if (form.stands_alone) end_run();
}

void ReferenceTokeniser::take_letter(char32_t letter, Run script, ByteRange range) {
  if (!continues(script)) begin_run(script);
  if (run_ == Run::common) run_ = script;
  push(run_ == Run::arabic ? exact_letter(letter) : letter, range);
}

void ReferenceTokeniser::take_mark(char32_t mark, ByteRange range) {
  if (run_ == Run::none || run_ == Run::number) return take_separator(mark);
  ranges_.back().end = range.end;
  if (run_ == Run::arabic) {
    characters_.back() = composed_letter(characters_.back(), mark);
  } else if (!is_arabic_mark(mark) && marks_in_a_row_ < kMarksInARow) {
    const std::size_t marks = marks_in_a_row_ + 1;
    push(mark, range);
    marks_in_a_row_ = marks;
  }
}

void ReferenceTokeniser::take_tatweel(ByteRange range) {
  if (run_ != Run::arabic) return end_run();
  ranges_.back().end = range.end;
}

void ReferenceTokeniser::take_digit(char32_t digit, ByteRange range) {
  if (run_ != Run::number) begin_run(Run::number);
  if (digit_separator_ != 0) push(static_cast<char32_t>(digit_separator_), range);
  digit_separator_ = 0;
  push(U'0' + digit_value(digit), range);
}

void ReferenceTokeniser::take_separator(char32_t separator) {
  if (run_ == Run::number && digit_separator_ == 0 && joins_digits(separator)) {
    digit_separator_ = ascii_separator(separator);
  } else {
    end_run();
  }
}

bool ReferenceTokeniser::continues(Run script) const {
  const bool in_word = run_ == Run::latin || run_ == Run::other || run_ == Run::common;
  if (in_word && (script == Run::common || (run_ == Run::common && script != Run::arabic))) {
    return true;
  }
  return run_ == script && (run_ != Run::other || characters_.size() < kLongestRun);
}

void ReferenceTokeniser::begin_run(Run run) {
  end_run();
  run_ = run;
}

void ReferenceTokeniser::push(char32_t code_point, ByteRange range) {
  characters_.push_back(code_point);
  ranges_.push_back(range);
  marks_in_a_row_ = 0;
}

void ReferenceTokeniser::end_run() {
  switch (run_) {
    case Run::none:
      break;
    case Run::arabic:
      write_arabic();
      break;
    case Run::latin:
      write_cased(TokenKind::latin, 0, characters_.size());
      break;
    case Run::other:
    case Run::common:
      write_segments();
      break;
    case Run::number:
      write_number();
      break;
  }
  run_ = Run::none;
  characters_.clear();
  ranges_.clear();
  marks_in_a_row_ = 0;
  digit_separator_ = 0;
}

void ReferenceTokeniser::write_arabic() {
  Arena& arena = writer_->storage().arena;
  char* const begin = arena.room(characters_.size() * kMaxUtf8Length);
  char* end = begin;
  for (const char32_t letter : characters_) end = encode_utf8(letter, end);
  const bool folds = std::any_of(characters_.begin(), characters_.end(),
                                 [](char32_t c) { return normalised_letter(c) != c; });
  writer_->add_arabic({ranges_.front().begin, ranges_.back().end},
                      arena.take(static_cast<std::size_t>(end - begin)), folds);
}

void ReferenceTokeniser::write_number() {
  Arena& arena = writer_->storage().arena;
  char* const end =
      std::transform(characters_.begin(), characters_.end(), arena.room(characters_.size()),
                     [](char32_t c) { return static_cast<char>(c); });
  (void)end;
  const bool has_separator = std::any_of(characters_.begin(), characters_.end(), joins_digits);
  writer_->add_number({ranges_.front().begin, ranges_.back().end}, arena.take(characters_.size()),
                      has_separator);
}

void ReferenceTokeniser::write_cased(TokenKind kind, std::size_t first, std::size_t last) {
  const FoldedWord word =
      fold_cased_word(std::u32string_view(characters_).substr(first, last - first));
  Arena& arena = writer_->storage().arena;
  const std::string_view exact = arena.store(word.exact);
  const std::string_view normalised =
      word.normalised == word.exact ? exact : arena.store(word.normalised);
  writer_->add_word({ranges_[first].begin, ranges_[last - 1].end}, kind, exact, normalised);
}

// Scripts that write no spaces between words: ICU's dictionaries part them.
void ReferenceTokeniser::write_segments() {
  icu::UnicodeString run;
  for (const char32_t c : characters_) run.append(static_cast<UChar32>(c));
  icu::BreakIterator& breaks = word_breaks(writer_->storage());
  breaks.setText(run);
  std::size_t first = 0;
  int32_t units = 0;
  for (int32_t end = breaks.next(); end != icu::BreakIterator::DONE; end = breaks.next()) {
    std::size_t last = first;
    for (; units < end; ++last) units += U16_LENGTH(static_cast<UChar32>(characters_[last]));
    write_cased(TokenKind::other, first, last);
    first = last;
  }
}

}  // namespace warraq::analyzers
