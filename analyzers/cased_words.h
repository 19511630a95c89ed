// Words of Latin and other scripts at the exact and normalised levels, through ICU.
#pragma once

#include <string>
#include <string_view>

namespace warraq::analyzers {

/// The two spellings of a word, in UTF-8.
struct FoldedWord {
  std::string exact;  ///< case folded, composed (NFC)
  std::string normalised;  ///< without accents and compatibility shapes too (Dès → des, Ｇ → g), in
                           ///< Latin, Greek, Cyrillic and Hebrew script
};

/// Folds one word of letters and marks.
[[nodiscard]] FoldedWord fold_cased_word(std::u32string_view word);

}  // namespace warraq::analyzers
