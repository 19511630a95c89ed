// Input that comes in portions of one size, as a slow pipe's would.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <utility>

#include "corpus/input/buffered_input.h"

namespace warraq::tests {

class Portions final : public corpus::ByteSource {
 public:
  Portions(std::string bytes, std::size_t portion) : bytes_(std::move(bytes)), portion_(portion) {}
  std::size_t read(std::span<char> room) override {
    const std::size_t count = bytes_.copy(room.data(), std::min(room.size(), portion_), at_);
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t portion_;
  std::size_t at_ = 0;
};

[[nodiscard]] inline std::unique_ptr<corpus::BufferedInput> in_portions(std::string bytes,
                                                                        std::size_t portion) {
  return std::make_unique<corpus::BufferedInput>(
      std::make_unique<Portions>(std::move(bytes), portion));
}

}  // namespace warraq::tests
