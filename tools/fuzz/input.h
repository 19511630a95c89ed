// A fuzzer's bytes, taken from the front: at their end there are only zeros and empty texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace warraq::fuzz {

class Input {
 public:
  Input(const std::uint8_t* data, std::size_t size)
      : bytes_(reinterpret_cast<const char*>(data), size) {}

  [[nodiscard]] bool empty() const { return bytes_.empty(); }

  std::uint32_t byte() {
    if (bytes_.empty()) return 0;
    const auto value = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    return value;
  }

  /// Small mostly: a large first byte says that up to `max_bits` follow.
  std::uint32_t number(std::uint32_t max_bits) {
    const std::uint32_t first = byte();
    if (first < 0xc0) return first;
    const std::uint32_t rest = byte() << 24 | byte() << 16 | byte() << 8 | byte();
    return rest >> (32 - max_bits);
  }

  std::string_view text(std::size_t bytes) {
    const std::string_view result = bytes_.substr(0, bytes);
    bytes_.remove_prefix(result.size());
    return result;
  }

 private:
  std::string_view bytes_;
};

}  // namespace warraq::fuzz
