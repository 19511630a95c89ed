#include "corpus/input/buffered_input.h"

#include <algorithm>
#include <cstring>

namespace warraq::corpus {

BufferedInput::BufferedInput(std::unique_ptr<ByteSource> source)
    : source_(std::move(source)), window_(std::make_unique_for_overwrite<char[]>(kWindowBytes)) {}

std::string_view BufferedInput::peek(std::size_t wanted) {
  wanted = std::min(wanted, kWindowBytes);
  if (begin_ == end_) begin_ = end_ = 0;
  if (begin_ + wanted > kWindowBytes) {
    std::memmove(window_.get(), window_.get() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  while (end_ - begin_ < wanted && !ended_) {
    const std::size_t count = source_->read({window_.get() + end_, kWindowBytes - end_});
    end_ += count;
    ended_ = count == 0;
  }
  return {window_.get() + begin_, end_ - begin_};
}

void BufferedInput::consume(std::size_t count) { begin_ += count; }

}  // namespace warraq::corpus
