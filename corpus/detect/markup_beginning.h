// HTML, XML and SGML, told by how they begin.
#pragma once

#include <optional>
#include <string_view>

#include "warraq/corpus/reader.h"

namespace warraq::corpus {

/// `text` begins with neither white space nor a byte order mark. `extension` (file_name.h) decides
/// between HTML and XML where an element is known to both.
[[nodiscard]] std::optional<InputFormat> detect_markup(std::string_view text,
                                                       std::string_view extension);

}  // namespace warraq::corpus
