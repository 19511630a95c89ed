// Where bytes come from: a file, standard input, or what a decompressor makes of them.
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace warraq::corpus {

/// A stream of bytes that is read once, forwards. Not thread-safe.
class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  /// Fills the beginning of `room`, which must not be empty, and returns how many bytes it wrote.
  /// Fewer than asked for mean nothing; 0 is the end, and stays the end.
  [[nodiscard]] virtual std::size_t read(std::span<char> room) = 0;

  /// After the end: why it came early, or nothing where the stream was whole.
  [[nodiscard]] const std::string& failure() const { return failure_; }

 protected:
  void fail(std::string reason) { failure_ = std::move(reason); }

 private:
  std::string failure_;
};

}  // namespace warraq::corpus
