#include "searcher/serve/http/body_stream.h"

#include <utility>

namespace warraq::searcher::serve {
namespace {

// What waits for a client at the most, and what is worth handing over.
constexpr std::size_t kMostBytes = 256 << 10;
constexpr std::size_t kWorthwhile = 16 << 10;

}  // namespace

bool BodyStream::write(std::string_view piece) {
  bool awaited = false;
  {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return abandoned_ || bytes_.size() < kMostBytes; });
    if (abandoned_) return false;
    bytes_ += piece;
    if (bytes_.size() >= kWorthwhile) awaited = std::exchange(is_awaited_, false);
  }
  if (awaited) on_bytes_();
  return true;
}

void BodyStream::end(bool whole) {
  bool awaited = false;
  {
    const std::scoped_lock lock(mutex_);
    ended_ = true;
    whole_ = whole;
    awaited = std::exchange(is_awaited_, false);
  }
  if (awaited) on_bytes_();
}

BodyStream::Taken BodyStream::take() {
  Taken taken;
  {
    const std::scoped_lock lock(mutex_);
    taken.bytes = std::exchange(bytes_, {});
    taken.ended = ended_;
    taken.whole = whole_;
    is_awaited_ = taken.bytes.empty() && !ended_;
  }
  room_.notify_one();
  return taken;
}

void BodyStream::abandon() {
  {
    const std::scoped_lock lock(mutex_);
    abandoned_ = true;
  }
  room_.notify_one();
}

}  // namespace warraq::searcher::serve
