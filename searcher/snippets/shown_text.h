// Text of an article as it is quoted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace warraq::searcher {

/// Grows by pieces of a text, each made fit for display on its own, so that what becomes of a piece
/// is known without a map of offsets: line breaks, control characters and no-break spaces become
/// spaces, runs of spaces one, and bidirectional controls go.
class ShownText {
 public:
  void append(std::string_view piece);
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  /// Without a space at either end.
  [[nodiscard]] std::string take();

 private:
  void append_space();

  std::string text_;
};

/// All of `text` so.
[[nodiscard]] std::string shown_text(std::string_view text);

}  // namespace warraq::searcher
