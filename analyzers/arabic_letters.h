// How Arabic letters are spelled at each level. ANALYSIS.md gives the tables and their reasons.
#pragma once

#include <string>
#include <string_view>

namespace warraq::analyzers {

/// The Arabic letter of the exact level that a Persian, Urdu, Kurdish or Quranic shape stands for;
/// any other letter is itself. Hamza, ة and ى are kept.
[[nodiscard]] char32_t exact_letter(char32_t letter);

/// The letter of the normalised level that a letter of the exact level folds to.
[[nodiscard]] char32_t normalised_letter(char32_t exact_letter);

/// The letter that `exact_letter` and a combining maddah or hamza (U+0653-0655) are together, or
/// `exact_letter` itself where `mark` is another mark, or the two make no letter.
[[nodiscard]] char32_t composed_letter(char32_t exact_letter, char32_t mark);

/// The normalised form of `exact`, UTF-8 of an Arabic word at the exact level, written to `out`,
/// which has room for as many bytes: folding never changes the length.
void fold_arabic(std::string_view exact, char* out);

}  // namespace warraq::analyzers
