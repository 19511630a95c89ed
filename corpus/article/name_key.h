// Names as they are compared: without what writers leave out or put in at will.
#pragma once

#include <string>
#include <string_view>

namespace warraq::corpus {

/// The letters and ASCII digits of `text` alone: marks, tatweel, spaces and punctuation gone, alef
/// forms one, ى as ي, ة as ه, Arabic-Indic digits and Latin letters as ASCII in lower case. So
/// «أ.ف.ب», «أ ف ب» and «أف ب» are one, and so are «العربية.نت» and «العربية نت».
[[nodiscard]] std::string name_key(std::string_view text);

}  // namespace warraq::corpus
