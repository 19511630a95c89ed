// The text of a query as it is read: valid UTF-8, without what only directs its display.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/tree.h"

namespace warraq::searcher {

/// A text without the bidirectional controls that editors and web pages put around pieces of Arabic
/// (UAX #9: they mean nothing to a word, and would stand between a mark and its word), and with
/// U+FFFD for each sequence that is not UTF-8, as the analyser reads it.
class CleanText {
 public:
  explicit CleanText(std::string_view original);

  [[nodiscard]] std::string_view text() const { return changed_ ? clean_ : original_; }
  [[nodiscard]] std::string_view original() const { return original_; }
  /// Where bytes [begin, end) of text() stand in the original.
  [[nodiscard]] Place original_place(std::size_t begin, std::size_t end) const;

 private:
  void copy_cleaned();

  std::string_view original_;
  bool changed_ = false;
  std::string clean_;
  std::vector<std::uint32_t> origins_;  ///< of each byte of clean_, and of its end
};

}  // namespace warraq::searcher
