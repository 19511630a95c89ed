// Arabic letters in the shapes of a font: U+FB50-FDFF and U+FE70-FEFC, as PDF files spell them.
#pragma once

#include <string>

namespace warraq::analyzers {

[[nodiscard]] constexpr bool is_presentation_form(char32_t code_point) {
  return (code_point >= 0xFB50 && code_point <= 0xFDFF) ||
         (code_point >= 0xFE70 && code_point <= 0xFEFC);
}

/// What a presentation form stands for.
struct PresentationForm {
  std::u32string characters;  ///< NFKC of the form; never empty
  bool stands_alone = false;  ///< whole words (ﷺ, ﷼), set apart from what touches them
};

/// Takes a presentation form apart. A form without a decomposition is itself.
[[nodiscard]] PresentationForm decompose_presentation_form(char32_t code_point);

}  // namespace warraq::analyzers
