// Files that survive a power cut: whole or not at all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace warraq::archive {

/// What to do where the system refuses to read.
inline constexpr std::string_view kPermissionHint =
    "look at the permissions of the archive's folder and of what is in it";

/// Replaces `file` as a whole: written beside it, synced, renamed over it, its folder synced.
/// Throws Error(io); the old file is then as it was.
void write_file_atomically(const std::filesystem::path& file, std::string_view contents);

/// Makes what was created, renamed or removed in `folder` permanent. Throws Error(io).
void sync_folder(const std::filesystem::path& folder);

/// The contents of `file`, which must not be larger than `limit` bytes. Throws std::system_error.
[[nodiscard]] std::string read_file(const std::filesystem::path& file, std::size_t limit);

/// A folder held open, so that whether its path still leads to it can be told: another one in its
/// place never passes for it.
class HeldFolder {
 public:
  explicit HeldFolder(std::filesystem::path path);
  HeldFolder(const HeldFolder&) = delete;
  HeldFolder& operator=(const HeldFolder&) = delete;
  ~HeldFolder();

  /// Whether there was anything, be it that it could not be held.
  [[nodiscard]] bool existed() const { return existed_; }
  /// True too for what could not be held.
  [[nodiscard]] bool is_in_its_place() const;

 private:
  std::filesystem::path path_;
  int descriptor_;
  bool existed_;
};

/// What stat() says of a file or folder: another one where it was replaced or written to since,
/// save for two writes within one tick of the file system's clock. Equal for what is not there.
class FileMark {
 public:
  FileMark() = default;
  explicit FileMark(const std::filesystem::path& path);
  bool operator==(const FileMark&) const = default;

 private:
  std::uint64_t device_ = 0;
  std::uint64_t inode_ = 0;
  std::int64_t size_ = 0;
  std::int64_t seconds_ = 0;  ///< of the last writing
  std::int64_t nanoseconds_ = 0;
};

/// The bytes of all files under `folder`; 0 where there is none. What vanishes meanwhile counts
/// nothing: a writer may work beside us.
[[nodiscard]] std::uint64_t bytes_on_disk(const std::filesystem::path& folder);

}  // namespace warraq::archive
