#include "indexer/archive/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::archive {
namespace {

[[noreturn]] void throw_errno(std::string_view what) {
  throw std::system_error(errno, std::generic_category(), std::string(what));
}

class Descriptor {
 public:
  Descriptor(const std::filesystem::path& path, int flags)
      : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
    if (descriptor_ < 0) throw_errno("opening");
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { ::close(descriptor_); }

  void write_all(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) throw_errno("writing");
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  [[nodiscard]] std::string read_all(std::size_t limit) const {
    std::string result;
    std::array<char, 16384> buffer{};
    for (;;) {
      const ssize_t count = ::read(descriptor_, buffer.data(), buffer.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) throw_errno("reading");
      if (count == 0) return result;
      result.append(buffer.data(), static_cast<std::size_t>(count));
      if (result.size() > limit) {
        throw std::system_error(std::make_error_code(std::errc::file_too_large), "reading");
      }
    }
  }

  void sync() const {
    if (::fsync(descriptor_) != 0) throw_errno("syncing");
  }

 private:
  int descriptor_;
};

[[noreturn]] void fail(const std::filesystem::path& path, const std::system_error& reason) {
  throw Error(ErrorCode::io,
              analyzers::isolate(path.string()) + " cannot be written: " + reason.what());
}

}  // namespace

void write_file_atomically(const std::filesystem::path& file, std::string_view contents) {
  const std::filesystem::path beside = file.string() + ".new";
  try {
    {
      const Descriptor out(beside, O_WRONLY | O_CREAT | O_TRUNC);
      out.write_all(contents);
      out.sync();
    }
    std::filesystem::rename(beside, file);
  } catch (const std::system_error& reason) {
    std::error_code ignored;
    std::filesystem::remove(beside, ignored);
    fail(file, reason);
  }
  sync_folder(file.parent_path());
}

void sync_folder(const std::filesystem::path& folder) {
  try {
    Descriptor(folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY).sync();
  } catch (const std::system_error& reason) {
    fail(folder, reason);
  }
}

std::string read_file(const std::filesystem::path& file, std::size_t limit) {
  return Descriptor(file, O_RDONLY).read_all(limit);
}

HeldFolder::HeldFolder(std::filesystem::path path)
    : path_(std::move(path)),
      descriptor_(::open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)),
      existed_(descriptor_ >= 0 || errno != ENOENT) {}

HeldFolder::~HeldFolder() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool HeldFolder::is_in_its_place() const {
  if (descriptor_ < 0) return true;
  struct stat held {};
  struct stat there {};
  return ::fstat(descriptor_, &held) == 0 && ::stat(path_.c_str(), &there) == 0 &&
         held.st_dev == there.st_dev && held.st_ino == there.st_ino;
}

FileMark::FileMark(const std::filesystem::path& path) {
  struct stat there {};
  if (::stat(path.c_str(), &there) != 0) return;
  device_ = there.st_dev;
  inode_ = there.st_ino;
  size_ = there.st_size;
  seconds_ = there.st_mtim.tv_sec;
  nanoseconds_ = there.st_mtim.tv_nsec;
}

std::uint64_t bytes_on_disk(const std::filesystem::path& folder) {
  std::uint64_t bytes = 0;
  std::error_code error;
  std::filesystem::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != std::filesystem::recursive_directory_iterator();
       entry.increment(error)) {
    std::error_code vanished;
    const std::uintmax_t size = entry->is_regular_file(vanished) ? entry->file_size(vanished) : 0;
    if (!vanished) bytes += size;
  }
  return bytes;
}

}  // namespace warraq::archive
