#include "searcher/saved/atomic_file.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>

#include "indexer/archive/files.h"
#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace warraq::searcher {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 16;

// mkostemp() lets nobody else read what it makes; a file of the user's own choosing is as any other
// that they write.
mode_t usual_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

// A link may lead to a file that is not there yet, which std::filesystem::canonical() would refuse.
std::filesystem::path follow_links(std::filesystem::path path) {
  constexpr int kMaxLinks = 40;  // as Linux follows
  for (int links = 0; links < kMaxLinks; ++links) {
    std::error_code error;
    const std::filesystem::path target = std::filesystem::read_symlink(path, error);
    if (error) break;
    path = path.parent_path() / target;
  }
  return path;
}

bool is_standard_output(const struct stat& file) {
  struct stat output {};
  return ::fstat(STDOUT_FILENO, &output) == 0 && output.st_dev == file.st_dev &&
         output.st_ino == file.st_ino;
}

}  // namespace

std::filesystem::path replaceable_file(const std::filesystem::path& path) {
  const auto refuse = [&](const char* what) {
    throw Error(ErrorCode::usage, analyzers::isolate(path.string()) + what,
                "name a new file, or one that may be replaced");
  };
  struct stat there {};
  if (path.empty()) refuse(" names no file");
  if (::stat(path.c_str(), &there) != 0) return follow_links(path);
  if (!S_ISREG(there.st_mode)) refuse(" is not a regular file, and cannot be replaced by one");
  if (is_standard_output(there)) refuse(" is what standard output goes to");
  return follow_links(path);
}

AtomicFile::AtomicFile(const std::filesystem::path& file)
    : file_(replaceable_file(file)), temporary_(file_.string() + ".XXXXXX") {
  descriptor_ = ::mkostemp(temporary_.data(), O_CLOEXEC);
  if (descriptor_ < 0) {
    temporary_.clear();
    fail();
  }
}

AtomicFile::~AtomicFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

void AtomicFile::write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= kBufferBytes) write_out();
}

void AtomicFile::commit() {
  write_out();
  struct stat replaced {};
  const bool replaces = ::stat(file_.c_str(), &replaced) == 0;
  const mode_t mode = replaces ? replaced.st_mode & 07777U : usual_mode();
  if (::fchmod(descriptor_, mode) != 0 || ::fsync(descriptor_) != 0 ||
      ::rename(temporary_.c_str(), file_.c_str()) != 0) {
    fail();
  }
  temporary_.clear();
  archive::sync_folder(file_.parent_path());
}

void AtomicFile::write_out() {
  std::string_view left = buffer_;
  while (!left.empty()) {
    const ssize_t written = ::write(descriptor_, left.data(), left.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail();
    left.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
}

void AtomicFile::fail() const {
  throw Error(ErrorCode::io,
              analyzers::isolate(file_.string()) + " cannot be written: " + std::strerror(errno),
              "name a file in a folder that you may write to, on a disk that has room");
}

}  // namespace warraq::searcher
