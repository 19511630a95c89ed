// The files that options name for what is written.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace warraq::searcher::commands {

/// A file that is written, and the option or argument that names it: "--output".
struct WrittenFile {
  std::string_view named_by;
  std::filesystem::path path;
};

/// Throws Error(usage) for an empty name and for a file in the folder of the archive: it could take
/// the place of one that the archive needs.
void require_outside(const WrittenFile& file, const std::filesystem::path& archive);

/// The same for the file of --save, and where it is none that may be replaced.
void require_may_be_saved(const std::filesystem::path& file, const std::filesystem::path& archive);

/// Throws Error(usage) where both names lead to one file.
void require_two_files(const WrittenFile& one, const WrittenFile& other);

}  // namespace warraq::searcher::commands
