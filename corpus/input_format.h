// Which format an input is in, told by how it begins and, failing that, by its name.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "warraq/corpus/reader.h"

namespace warraq::corpus {

/// What --input-format calls it.
[[nodiscard]] std::string_view name_of(InputFormat format);

/// `beginning` is how the decompressed input begins, in UTF-8 or a character set that agrees with
/// ASCII; `name` may be empty (standard input). Never InputFormat::automatic.
[[nodiscard]] InputFormat detect_format(std::string_view beginning, std::string_view name);

/// Why an input that begins so cannot be read as JSON lines at all, where that can be told: an
/// array of objects, one object spread over many lines, UTF-16. Empty otherwise.
[[nodiscard]] std::string reason_not_json_lines(std::string_view beginning);

/// As much of an input's beginning as these functions want to see.
inline constexpr std::size_t kBeginningBytes = std::size_t{16} << 10;

}  // namespace warraq::corpus
