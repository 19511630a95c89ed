// Text without its markup, as far as telling character sets needs it.
#pragma once

#include <string>
#include <string_view>

namespace warraq::analyzers {

/// `bytes` with a space for each tag, comment, script and style, in any character set that has
/// ASCII as it is. A `<` that begins none of these is text, and so is one that is never closed.
[[nodiscard]] std::string without_tags(std::string_view bytes);

}  // namespace warraq::analyzers
