// JSON, told by how it begins.
#pragma once

#include <optional>
#include <string_view>

#include "warraq/corpus/reader.h"

namespace warraq::corpus {

/// Whether `text`, which begins with neither white space nor a byte order mark, is the beginning of
/// JSON lines (jsonl) or of a document (json): an array, an object over many lines, or one on a
/// line in which articles are to be looked for. A brace begins a text where `extension` says so
/// (txt) and no object follows.
[[nodiscard]] std::optional<InputFormat> detect_json(std::string_view text,
                                                     std::string_view extension);

/// An array of objects, or of nothing.
[[nodiscard]] bool begins_json_array(std::string_view text);

/// An object whose first line does not end it, and whose second goes on where JSON may. So a record
/// of JSON lines that is cut off is none.
[[nodiscard]] bool begins_object_over_lines(std::string_view text);

}  // namespace warraq::corpus
