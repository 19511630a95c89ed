// A file written line after line that takes another's place as a whole.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace warraq::searcher {

/// The file that `path` leads to, through symbolic links, and that may be replaced: a regular one,
/// or none yet. Throws Error(usage) for a folder, a device, a pipe or what standard output goes to.
[[nodiscard]] std::filesystem::path replaceable_file(const std::filesystem::path& path);

/// Written beside `file` under a name of its own; where it is not committed, nothing is left of it,
/// and `file` is as it was.
class AtomicFile {
 public:
  /// Throws Error(io), as do the others, and as replaceable_file().
  explicit AtomicFile(const std::filesystem::path& file);
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;
  ~AtomicFile();

  void write(std::string_view text);
  /// Synced, renamed over the file, its folder synced.
  void commit();

 private:
  void write_out();
  [[noreturn]] void fail() const;

  std::filesystem::path file_;
  std::string temporary_;  // empty once committed
  int descriptor_ = -1;
  std::string buffer_;
};

}  // namespace warraq::searcher
