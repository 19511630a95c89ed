#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/invert/term_blocks.h"

namespace warraq::indexer {

/// Takes numbers of seven bits a byte from the front of what BlockBuilder wrote.
class NumberReader {
 public:
  explicit NumberReader(std::string_view bytes) : at_(bytes.data()), end_(at_ + bytes.size()) {}

  [[nodiscard]] bool at_end() const { return at_ == end_; }
  [[nodiscard]] std::uint32_t number() {
    std::uint32_t result = 0;
    for (unsigned shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(*at_++);
      result |= static_cast<std::uint32_t>(byte & 0x7FU) << shift;
      if (byte < 0x80) return result;
    }
  }

 private:
  const char* at_;
  const char* end_;
};

/// Calls `take(document, wdf)` for each document of `block`, in order.
template <typename Take>
void for_each_posting(const Block& block, Take take) {
  NumberReader entries(block.entries);
  std::uint32_t document = block.first_document;
  for (;;) {
    take(document, entries.number());
    if (entries.at_end()) return;
    document += entries.number() + 1;
  }
}

}  // namespace warraq::indexer
