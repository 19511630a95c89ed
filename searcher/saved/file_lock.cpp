#include "searcher/saved/file_lock.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace warraq::searcher {
namespace {

// The holder before may have put another file in its place.
bool still_there(int descriptor, const std::filesystem::path& file) {
  struct stat held {};
  struct stat there {};
  return ::fstat(descriptor, &held) == 0 && ::stat(file.c_str(), &there) == 0 &&
         held.st_dev == there.st_dev && held.st_ino == there.st_ino;
}

}  // namespace

FileLock::FileLock(const std::filesystem::path& file, const std::function<void()>& waits) {
  for (bool told = false;;) {
    // Opening a pipe must not wait for somebody who writes to it.
    descriptor_ = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor_ < 0) return;
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
      if (!told) waits();
      told = true;
      while (::flock(descriptor_, LOCK_EX) != 0 && errno == EINTR) {
      }
    }
    if (still_there(descriptor_, file)) return;
    ::close(descriptor_);
    descriptor_ = -1;
  }
}

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace warraq::searcher
