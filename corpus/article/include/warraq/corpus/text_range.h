// A part of a text, by its bytes.
#pragma once

#include <cstddef>
#include <string_view>

namespace warraq::corpus {

/// Bytes [begin, end) of a text. Both lie between characters.
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const TextRange&) const = default;
  [[nodiscard]] bool empty() const { return begin == end; }
  /// The part of `text` that this names; `text` must be the one it was made for.
  [[nodiscard]] std::string_view of(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
};

}  // namespace warraq::corpus
