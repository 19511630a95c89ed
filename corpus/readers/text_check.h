// Telling text from what is none, before a file is read as a page.
#pragma once

#include <string>
#include <string_view>

namespace warraq::corpus {

/// Why `bytes`, the whole of a file, are not a text in UTF-8; empty where they are. A text may have
/// faults: one invalid sequence or control character in ten characters is too many.
[[nodiscard]] std::string reason_not_text(std::string_view bytes);

}  // namespace warraq::corpus
