// Bytes in memory as an input.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "corpus/input/byte_source.h"

namespace warraq::fuzz {

class MemorySource final : public corpus::ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}
  std::size_t read(std::span<char> room) override {
    const std::size_t count = bytes_.copy(room.data(), room.size());
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
};

}  // namespace warraq::fuzz
