// Which format an input is in, told by how it begins and, failing that, by its name.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "warraq/corpus/reader.h"

namespace warraq::corpus {

/// `beginning` is how the decompressed input begins; `name` may be empty (standard input).
/// Never InputFormat::automatic.
[[nodiscard]] InputFormat detect_format(std::string_view beginning, std::string_view name);

/// Why an input that begins so cannot be read as JSON lines at all, where that can be told: an
/// array of objects, one object spread over many lines, UTF-16. Empty otherwise.
[[nodiscard]] std::string reason_not_json_lines(std::string_view beginning);

/// Why an input that begins so is not taken for a page of plain text unasked: HTML, XML, SGML and
/// WARC would bring their tags and headers into the index. Empty otherwise.
[[nodiscard]] std::string reason_not_plain_text(std::string_view beginning);

/// As much of an input's beginning as these functions want to see.
inline constexpr std::size_t kBeginningBytes = 4096;

}  // namespace warraq::corpus
