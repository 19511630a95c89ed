#include "corpus/input/file_source.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace warraq::corpus {
namespace {

std::string system_reason(int error) { return std::generic_category().message(error); }

class FileDescriptor {
 public:
  FileDescriptor(int number, bool owned) : number_(number), owned_(owned) {}
  FileDescriptor(FileDescriptor&& other) noexcept : number_(other.number_), owned_(other.owned_) {
    other.owned_ = false;
  }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  FileDescriptor& operator=(FileDescriptor&&) = delete;
  ~FileDescriptor() {
    if (owned_) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
  bool owned_;
};

class FileSource final : public ByteSource {
 public:
  FileSource(FileDescriptor file, std::atomic<std::uint64_t>& counter, std::stop_token stop = {})
      : file_(std::move(file)), counter_(counter), stop_(std::move(stop)) {}

  std::size_t read(std::span<char> room) override {
    if (ended_ || !wait_until_readable()) return 0;
    ssize_t count = 0;
    do {
      count = ::read(file_.number(), room.data(), room.size());
    } while (count < 0 && errno == EINTR);
    if (count < 0) fail("reading failed: " + system_reason(errno));
    ended_ = count <= 0;
    if (ended_) return 0;
    counter_.fetch_add(static_cast<std::uint64_t>(count), std::memory_order_relaxed);
    return static_cast<std::size_t>(count);
  }

 private:
  // A pipe may be silent for ever: whoever stops the run does not wait for it. False when stopped.
  bool wait_until_readable() {
    constexpr int kMilliseconds = 100;
    if (!stop_.stop_possible()) return true;
    pollfd input{file_.number(), POLLIN, 0};
    while (!stop_.stop_requested()) {
      if (::poll(&input, 1, kMilliseconds) != 0) return true;
    }
    ended_ = true;
    return false;
  }

  FileDescriptor file_;
  std::atomic<std::uint64_t>& counter_;
  std::stop_token stop_;
  bool ended_ = false;
};

/// Why a file of this kind is not read, or nothing for one that is.
std::string unreadable_kind(mode_t mode) {
  if (S_ISREG(mode)) return {};
  if (S_ISDIR(mode)) return "a folder, not a file";
  if (S_ISFIFO(mode)) return "a named pipe, not a file; it can be read through standard input (-)";
  if (S_ISSOCK(mode)) return "a socket, not a file";
  return "a device, not a file";
}

}  // namespace

OpenedFile open_file(const std::filesystem::path& path, std::atomic<std::uint64_t>& counter) {
  // Not to wait for a writer where a named pipe stands; regular files do not mind.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg)
  const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (number < 0) {
    const int error = errno;
    if (error == ENOENT) return {nullptr, "no such file or folder"};
    if (error == ENXIO) return {nullptr, unreadable_kind(S_IFSOCK)};
    return {nullptr, "cannot be opened: " + system_reason(error)};
  }
  FileDescriptor file(number, true);
  struct stat status {};
  if (::fstat(number, &status) != 0) {
    return {nullptr, "cannot be opened: " + system_reason(errno)};
  }
  std::string reason = unreadable_kind(status.st_mode);
  if (!reason.empty()) return {nullptr, std::move(reason)};
  return {std::make_unique<FileSource>(std::move(file), counter), {}};
}

std::unique_ptr<ByteSource> open_standard_input(std::atomic<std::uint64_t>& counter,
                                                std::stop_token stop) {
  return std::make_unique<FileSource>(FileDescriptor(STDIN_FILENO, false), counter,
                                      std::move(stop));
}

}  // namespace warraq::corpus
