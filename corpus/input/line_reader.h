// Lines of an input, none of them held beyond a limit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/input/buffered_input.h"

namespace warraq::corpus {

struct Line {
  std::string_view text;     ///< without its line feed; empty where the line is too long
  std::uint64_t number = 0;  ///< from 1
  std::uint64_t size = 0;    ///< in bytes
  bool too_long = false;     ///< longer than the limit, and passed over
  bool cut = false;          ///< the input failed before the line's end
};

/// Not thread-safe.
class LineReader {
 public:
  LineReader(BufferedInput& input, std::size_t max_bytes);
  /// The next line; its text is valid until the next call.
  [[nodiscard]] std::optional<Line> next();

 private:
  Line join_blocks();
  [[nodiscard]] Line make_line(std::string_view text) const;

  BufferedInput& input_;
  std::size_t max_bytes_;
  std::size_t given_ = 0;  ///< bytes of the input's window that the last line's text lies in
  std::uint64_t number_ = 0;
  std::string joined_;
};

}  // namespace warraq::corpus
