// Texts of elements, as fields of an article have them.
#pragma once

#include <string>

#include "corpus/markup/lines.h"
#include "corpus/markup/tree.h"

namespace warraq::corpus {

/// Whether text with references in it, once resolved, has more of them: feeds escape HTML.
enum class Escaping { once, twice };

/// Text in lines; where it is HTML, what that says.
[[nodiscard]] std::string body_text(const Element& element, Escaping escaping = Escaping::once);

/// Likewise, on one line. Where there is no text, what an attribute such as href or value says.
[[nodiscard]] std::string line_text(const Element& element, Escaping escaping = Escaping::once);

/// The value of an attribute on which such elements carry what they mean; empty where none does.
[[nodiscard]] std::string_view attribute_text(const Element& element);

}  // namespace warraq::corpus
