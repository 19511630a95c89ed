// The rules of ANALYSIS.md one character at a time, for any text, through ICU.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/characters.h"
#include "analyzers/token_writer.h"

namespace warraq::analyzers {

/// Tokenises any text. It is what defines the tokens of a text; plain_tokeniser.h takes the common
/// case and hands the rest over, piece by piece.
class ReferenceTokeniser {
 public:
  ReferenceTokeniser(std::string_view text, TokenWriter& writer) : text_(text), writer_(&writer) {}

  /// Adds the tokens of the bytes from `begin` to `end`, which lie at the text's ends or beside
  /// characters that separate words and numbers.
  void tokenise(std::size_t begin, std::size_t end);

 private:
  /// What the characters since the last separator are.
  enum class Run : std::uint8_t {
    none,
    arabic,
    latin,
    other,
    common,  ///< letters of no script so far; the first that has one decides
    number,
  };

  void take(char32_t code_point, ByteRange range);
  void take_presentation_form(char32_t code_point, ByteRange range);
  void take_letter(char32_t letter, Run script, ByteRange range);
  void take_mark(char32_t mark, ByteRange range);
  void take_tatweel(ByteRange range);
  void take_digit(char32_t digit, ByteRange range);
  void take_separator(char32_t separator);

  [[nodiscard]] bool continues(Run script) const;
  void begin_run(Run run);
  void push(char32_t code_point, ByteRange range);

  void end_run();
  void write_arabic();
  void write_number();
  void write_cased(TokenKind kind, std::size_t first, std::size_t last);
  void write_segments();

  std::string_view text_;
  TokenWriter* writer_;
  Run run_ = Run::none;
  std::u32string characters_;      ///< the run's letters (exact ones in Arabic) or ASCII digits
  std::vector<ByteRange> ranges_;  ///< of each of them, with what belongs to it after it
  std::size_t marks_in_a_row_ = 0;
  char digit_separator_ = 0;  ///< seen after a digit and kept only if another digit follows
};

}  // namespace warraq::analyzers
