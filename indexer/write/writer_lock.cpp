#include "indexer/write/writer_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "indexer/archive/layout.h"
#include "indexer/write/errors.h"
#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::indexer {
namespace {

std::string named(const std::filesystem::path& archive) {
  return "the archive " + analyzers::isolate(archive.string());
}

// A build that was stopped removes its folder, and the lock file with it: a lock on the removed
// file would keep nobody out.
bool still_there(int descriptor, const std::filesystem::path& file) {
  struct stat held {};
  struct stat there {};
  return ::fstat(descriptor, &held) == 0 && ::stat(file.c_str(), &there) == 0 &&
         held.st_dev == there.st_dev && held.st_ino == there.st_ino;
}

int open_lock_file(const std::filesystem::path& archive, const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor >= 0) return descriptor;
  throw_write_error(archive, std::system_error(errno, std::generic_category(), "its lock file"));
}

// Throws Error, and closes the descriptor, where the lock cannot be had at once.
void lock(int descriptor, int operation, const std::filesystem::path& archive) {
  int reason = 0;
  do {
    reason = ::flock(descriptor, operation | LOCK_NB) == 0 ? 0 : errno;
  } while (reason == EINTR);
  if (reason == 0) return;
  ::close(descriptor);
  if (reason != EWOULDBLOCK) {
    throw Error(ErrorCode::io,
                named(archive) + " cannot be locked: " + std::generic_category().message(reason));
  }
  throw Error(ErrorCode::locked, named(archive) + " is held by another writer",
              "wait until that one has ended, and try again");
}

}  // namespace

WriterLock::WriterLock(const std::filesystem::path& archive) {
  const std::filesystem::path file = archive / archive::kLockFile;
  for (;;) {
    descriptor_ = open_lock_file(archive, file);
    lock(descriptor_, LOCK_EX, archive);
    if (still_there(descriptor_, file)) return;
    ::close(descriptor_);
  }
}

WriterLock::~WriterLock() { ::close(descriptor_); }

WriterBarrier::WriterBarrier(const std::filesystem::path& archive)
    : descriptor_(::open((archive / archive::kLockFile).c_str(), O_RDONLY | O_CLOEXEC)) {
  if (descriptor_ >= 0) lock(descriptor_, LOCK_SH, archive);
}

WriterBarrier::~WriterBarrier() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace warraq::indexer
