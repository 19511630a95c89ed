// What kind of file it is that holds no text, told by its first bytes.
#pragma once

#include <cstddef>
#include <string_view>

namespace warraq::corpus {

/// As much of a beginning as kind_of_file() wants to see.
inline constexpr std::size_t kFileKindBytes = 512;

/// "a PDF document", "a JPEG image", …: what files are that people keep beside their texts. Empty
/// where the beginning tells nothing, as that of a text.
[[nodiscard]] std::string_view kind_of_file(std::string_view beginning);

}  // namespace warraq::corpus
