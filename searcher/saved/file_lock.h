// One at a time: reading a file, and putting another in its place.
#pragma once

#include <filesystem>
#include <functional>

namespace warraq::searcher {

/// Holds flock(2) on the file that has the path, until it ends. Where the file cannot be opened, or
/// its file system knows no locks, nothing is held.
class FileLock {
 public:
  /// Waits for another holder, after `waits()` was called once.
  FileLock(const std::filesystem::path& file, const std::function<void()>& waits);
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  ~FileLock();

 private:
  int descriptor_ = -1;
};

}  // namespace warraq::searcher
