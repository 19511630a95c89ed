// The cells of one row of a table, and how quotes are understood in it (RFC 4180, and what people
// write instead).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace warraq::corpus {

/// Follows the quotes of a row line by line, to tell where the row ends. A quote opens a cell only
/// at its beginning (spaces may come before it), and closes it only at its end (likewise). In
/// between, two are one of the text, and a single one is text too. But a quote inside a quoted cell
/// that stands where one opens says that the one before was never closed.
class QuoteScanner {
 public:
  enum class State { outside, inside, never_closed };

  explicit QuoteScanner(std::string delimiter) : delimiter_(std::move(delimiter)) {}

  /// Goes on over the next line of a row, without its line end.
  State scan(std::string_view line);
  /// Begins a new row.
  void reset() { state_ = State::outside; }

 private:
  std::string delimiter_;
  State state_ = State::outside;
};

/// The cells of a row, which is without its line end. Replaces what `cells` held.
void split_cells(std::string_view row, std::string_view delimiter, std::vector<std::string>& cells);

}  // namespace warraq::corpus
