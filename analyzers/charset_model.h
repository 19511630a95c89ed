// Which character set of one byte a character a text is in, by the letters that its bytes would be.
#pragma once

#include <string_view>

namespace warraq::analyzers {

/// The most probable of the sets compared: windows-1256, ISO-8859-6, IBM864, DOS-720, windows-1252.
struct LetterGuess {
  std::string_view name;   ///< empty where the letters are more like none of them
  double probability = 0;  ///< of it among the sets and none of them
  double arabic_bits = 0;  ///< by how much the best Arabic set explains the letters better than
                           ///< none or windows-1252 does: log2 of the ratio
};

/// Reads the bytes beyond ASCII of `text`. What is `declared`, one of the names above or empty, is
/// taken to be 2^16 times as probable beforehand (2^10 times if windows-1252, which servers declare
/// of everything): a few letters against it are forgiven, a line of them is not.
[[nodiscard]] LetterGuess guess_by_letters(std::string_view text, std::string_view declared);

}  // namespace warraq::analyzers
