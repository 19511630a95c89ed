// Files that an option names, read as a whole.
#pragma once

#include <string>
#include <string_view>

namespace warraq::cli {

/// What stands in the file, or on standard input for `-`. Throws Error(io), with `advice`, where it
/// cannot be read.
[[nodiscard]] std::string read_file(const std::string& path, std::string_view advice);

}  // namespace warraq::cli
