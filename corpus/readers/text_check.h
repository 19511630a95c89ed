// Telling text from what is none, before a file is read as a page.
#pragma once

#include <string>

#include "corpus/decode.h"

namespace warraq::corpus {

/// Why a file that was decoded so is no text; empty where it is one. A text may have faults: one
/// control character, or byte that is no character, in ten characters is too many. NULs do not
/// count in markup, where browsers pass over them.
[[nodiscard]] std::string reason_not_text(const DecodedRecord& decoded, TextKind kind);

}  // namespace warraq::corpus
