// Isolation of text for display, so that Arabic and Latin stand beside each other unharmed.
#pragma once

#include <string>
#include <string_view>

namespace warraq::analyzers {

/// `text` between U+2068 FIRST STRONG ISOLATE and U+2069 POP DIRECTIONAL ISOLATE (UAX #9), made
/// safe for a terminal: bidirectional controls inside it are removed (an unbalanced one would
/// reorder what follows), control characters and line breaks become spaces, invalid UTF-8 becomes
/// U+FFFD. For messages and human output only, never for data.
[[nodiscard]] std::string isolate(std::string_view text);

/// The same cleaning as isolate(), without the isolates around it.
[[nodiscard]] std::string displayable(std::string_view text);

}  // namespace warraq::analyzers
