// Looking ahead in a stream of bytes, with bounded memory.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "corpus/input/byte_source.h"

namespace warraq::corpus {

/// A byte source with a window on what comes next. Not thread-safe.
class BufferedInput {
 public:
  static constexpr std::size_t kWindowBytes = std::size_t{64} << 10;

  explicit BufferedInput(std::unique_ptr<ByteSource> source);

  /// The bytes that come next: at least `wanted` (at most kWindowBytes), fewer only where the
  /// stream ends before; none at its end. Valid until the next call of peek().
  [[nodiscard]] std::string_view peek(std::size_t wanted = 1);

  /// Moves past the first `count` of the bytes that peek() gave.
  void consume(std::size_t count);

  /// After the end: why it came early, or nothing where the stream was whole.
  [[nodiscard]] const std::string& failure() const { return source_->failure(); }

 private:
  std::unique_ptr<ByteSource> source_;
  std::unique_ptr<char[]> window_;  ///< kWindowBytes
  std::size_t begin_ = 0;           ///< the unread bytes of the window
  std::size_t end_ = 0;
  bool ended_ = false;
};

}  // namespace warraq::corpus
