// The files below a folder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace warraq::corpus {

/// A file below the folder, or a folder below it that cannot be listed.
struct WalkedFile {
  std::filesystem::path path;
  std::string relative_path;  ///< to the folder that is walked, with / between names
  std::string reason;         ///< why a folder could not be listed; empty for a file
};

/// Says of a folder whether nothing in it is to be read; empty: none is left out.
using LeftOut = std::function<bool(const std::filesystem::path&)>;

/// Goes through a folder in byte order of relative paths. Hidden files and folders and links to
/// folders are left out, so that no walk goes in circles; links to files are files. Holds the names
/// of the folders it is in, not the whole tree. Not thread-safe.
class FileWalk {
 public:
  FileWalk(std::filesystem::path folder, LeftOut left_out);
  [[nodiscard]] std::optional<WalkedFile> next();

 private:
  struct Level {
    std::filesystem::path folder;
    std::string relative_path;       ///< empty, or ending in /
    std::vector<std::string> names;  ///< sorted; a folder's ends in /
    std::size_t at = 0;
  };

  std::optional<WalkedFile> enter(std::filesystem::path folder, std::string relative_path);

  std::filesystem::path folder_;
  LeftOut left_out_;
  bool begun_ = false;
  std::vector<Level> levels_;
};

/// The bytes that the files below `folder` have on disk, as FileWalk finds them.
[[nodiscard]] std::uint64_t bytes_below(const std::filesystem::path& folder,
                                        const LeftOut& left_out);

}  // namespace warraq::corpus
