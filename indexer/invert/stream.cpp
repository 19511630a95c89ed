#include "indexer/invert/stream.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "warraq/analyzers/direction.h"

namespace warraq::indexer {
namespace {

// Many files are read side by side.
constexpr std::size_t kReadBytes = std::size_t{32} << 10;

}  // namespace

OutputStream::OutputStream(const std::filesystem::path& path)
    : file_(path), buffer_(std::make_unique<char[]>(kBufferBytes)), end_(buffer_.get()) {}

void OutputStream::put_bytes(std::string_view bytes) {
  if (bytes.size() > kBufferBytes) {
    flush();
    file_.write(bytes);
    return;
  }
  make_room(bytes.size());
  end_ += bytes.copy(end_, bytes.size());
}

void OutputStream::flush() {
  file_.write({buffer_.get(), static_cast<std::size_t>(end_ - buffer_.get())});
  end_ = buffer_.get();
}

void OutputStream::finish() { flush(); }

InputStream::InputStream(std::filesystem::path path)
    : path_(std::move(path)), descriptor_(::open(path_.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (descriptor_ < 0) fail(errno);
}

InputStream::InputStream(InputStream&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      buffer_(std::move(other.buffer_)),
      at_(other.at_),
      filled_(other.filled_) {}

InputStream::~InputStream() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool InputStream::at_end() { return at_ == filled_ && !fill(); }

std::string_view InputStream::get_bytes(std::size_t count) {
  if (filled_ - at_ < count) need(count);
  const std::string_view bytes = std::string_view(buffer_).substr(at_, count);
  at_ += count;
  return bytes;
}

void InputStream::need(std::size_t count) {
  while (filled_ - at_ < count) {
    if (buffer_.size() < at_ + count) buffer_.resize(std::max(at_ + count, kReadBytes));
    if (!fill()) fail(EIO);
  }
}

// Moves what is unread to the front and reads behind it; false at the end of the file.
bool InputStream::fill() {
  buffer_.resize(std::max(buffer_.size(), kReadBytes));
  std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(at_),
            buffer_.begin() + static_cast<std::ptrdiff_t>(filled_), buffer_.begin());
  filled_ -= at_;
  at_ = 0;
  for (;;) {
    const ssize_t count = ::read(descriptor_, buffer_.data() + filled_, buffer_.size() - filled_);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail(errno);
    filled_ += static_cast<std::size_t>(count);
    return count > 0;
  }
}

void InputStream::fail(int reason) const {
  throw std::system_error(reason, std::generic_category(), analyzers::isolate(path_.string()));
}

}  // namespace warraq::indexer
