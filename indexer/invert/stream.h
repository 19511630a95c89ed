// Files of our own that are written and read from beginning to end: numbers and strings, buffered.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/glass/encoding.h"
#include "indexer/glass/output_file.h"

namespace warraq::indexer {

/// Numbers take seven bits a byte, strings their length and their bytes. Used by one thread. Throws
/// std::system_error naming the file.
class OutputStream {
 public:
  /// Creates `path`, which must not exist.
  explicit OutputStream(const std::filesystem::path& path);

  template <std::unsigned_integral Number>
  void put_number(Number number) {
    make_room(glass::kMaxUintBytes);
    end_ = glass::write_uint(end_, number);
  }
  void put_bytes(std::string_view bytes);
  void put_string(std::string_view bytes) {
    put_number(bytes.size());
    put_bytes(bytes);
  }
  /// After the last byte. What was written is read again at once: it is not synced.
  void finish();

 private:
  static constexpr std::size_t kBufferBytes = std::size_t{64} << 10;

  void make_room(std::size_t bytes) {
    if (static_cast<std::size_t>(buffer_.get() + kBufferBytes - end_) < bytes) flush();
  }
  void flush();

  glass::OutputFile file_;
  std::unique_ptr<char[]> buffer_;
  char* end_;
};

/// Reads what OutputStream wrote. Used by one thread. Throws std::system_error naming the file,
/// also where it is shorter than it should be.
class InputStream {
 public:
  explicit InputStream(std::filesystem::path path);
  InputStream(InputStream&& other) noexcept;
  InputStream& operator=(InputStream&&) = delete;
  ~InputStream();

  [[nodiscard]] bool at_end();
  template <std::unsigned_integral Number>
  [[nodiscard]] Number get_number() {
    Number number = 0;
    unsigned shift = 0;
    for (;;) {
      const auto byte = static_cast<unsigned char>(get_byte());
      number |= static_cast<Number>(static_cast<Number>(byte & 0x7FU) << shift);
      if (byte < 0x80) return number;
      shift += 7;
    }
  }
  /// Valid until the next call.
  [[nodiscard]] std::string_view get_bytes(std::size_t count);
  [[nodiscard]] std::string_view get_string() { return get_bytes(get_number<std::size_t>()); }

 private:
  [[nodiscard]] char get_byte() {
    if (at_ == filled_) need(1);
    return buffer_[at_++];
  }
  /// Makes `count` bytes available at `at_`.
  void need(std::size_t count);
  bool fill();
  [[noreturn]] void fail(int reason) const;

  std::filesystem::path path_;
  int descriptor_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t filled_ = 0;
};

}  // namespace warraq::indexer
