// One writer at a time, and none while an archive is checked.
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

/// Keeps writers out while it lives, and lets others like it in: a shared lock on the same file,
/// which is only read. Holds nothing where the file cannot be opened, as on a medium or under an
/// owner that lets this user write nothing. Throws Error(locked) at once where a writer is at work.
class WriterBarrier {
 public:
  explicit WriterBarrier(const std::filesystem::path& archive);
  WriterBarrier(const WriterBarrier&) = delete;
  WriterBarrier& operator=(const WriterBarrier&) = delete;
  ~WriterBarrier();

 private:
  int descriptor_ = -1;
};

}  // namespace warraq::indexer
