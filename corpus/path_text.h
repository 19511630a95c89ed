// File names in ids and messages.
#pragma once

#include <string>
#include <string_view>

namespace warraq::corpus {

/// `path` as UTF-8: a byte that is not part of any becomes % and two hexadecimal digits, so that
/// names that differ stay different.
[[nodiscard]] std::string path_text(std::string_view path);

}  // namespace warraq::corpus
