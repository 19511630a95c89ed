// One writer at a time.
#pragma once

#include <filesystem>

namespace warraq::indexer {

/// Holds an archive's writer lock while it lives, through flock(2) on its lock file: a writer that
/// dies lets it go. Throws Error(locked) at once where another writer holds it, Error(io) where the
/// lock file cannot be made.
class WriterLock {
 public:
  explicit WriterLock(const std::filesystem::path& archive);
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;
  ~WriterLock();

 private:
  int descriptor_ = -1;
};

}  // namespace warraq::indexer
