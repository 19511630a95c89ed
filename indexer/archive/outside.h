// Files that are written for others, and must not be an archive's own.
#pragma once

#include <filesystem>
#include <string_view>

namespace warraq::archive {

/// Where `path` leads: absolute, through symbolic links, also those that lead to nothing yet.
[[nodiscard]] std::filesystem::path resolved(const std::filesystem::path& path);

/// Throws Error(usage) for a file or folder in the folder of the archive: it could take the place
/// of one that the archive needs. `named_by` is the option that names it, or empty.
void require_outside(const std::filesystem::path& path, const std::filesystem::path& archive,
                     std::string_view named_by = {});

}  // namespace warraq::archive
