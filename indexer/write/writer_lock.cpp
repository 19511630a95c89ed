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

}  // namespace

WriterLock::WriterLock(const std::filesystem::path& archive) {
  const std::filesystem::path file = archive / archive::kLockFile;
  for (;;) {
    descriptor_ = open_lock_file(archive, file);
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
      const int reason = errno;
      ::close(descriptor_);
      if (reason == EINTR) continue;
      if (reason != EWOULDBLOCK) {
        throw Error(ErrorCode::io, named(archive) + " cannot be locked: " +
                                       std::generic_category().message(reason));
      }
      throw Error(ErrorCode::locked, named(archive) + " is held by another writer",
                  "wait until that one has ended, and try again");
    }
    if (still_there(descriptor_, file)) return;
    ::close(descriptor_);
  }
}

WriterLock::~WriterLock() { ::close(descriptor_); }

}  // namespace warraq::indexer
