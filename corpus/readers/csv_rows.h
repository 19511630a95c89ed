// The rows of a table: lines, joined where a quoted cell holds line ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/input/buffered_input.h"
#include "corpus/input/line_reader.h"
#include "corpus/readers/csv_cells.h"

namespace warraq::corpus {

struct Row {
  enum class Fault { none, too_long, quote_never_closed };
  std::string_view text;   ///< without its line end; of a quote never closed, the line it opens on
  std::uint64_t line = 0;  ///< on which it begins, from 1
  std::uint64_t size = 0;  ///< in bytes
  Fault fault = Fault::none;
  bool cut = false;  ///< the input failed before the row's end
};

/// Holds one row, `max_bytes` at most. Where a quote is not closed, within as many bytes or before
/// the input's end, or is followed by another that opens a cell, its line is a row with a fault and
/// the lines behind it are looked at anew, once. Not thread-safe.
class CsvRows {
 public:
  CsvRows(BufferedInput& input, std::size_t max_bytes);

  /// The next line, whatever quotes are in it: for what comes before the table. A byte order mark
  /// is not part of the first. Valid until the next call of any function.
  [[nodiscard]] std::optional<Line> next_line();
  /// The next row, valid likewise. set_delimiter() must come before.
  [[nodiscard]] std::optional<Row> next();

  void set_delimiter(std::string delimiter);
  /// Makes `text`, the whole of the line or row that was given last, come again.
  void give_back(std::string_view text, std::uint64_t line);

 private:
  [[nodiscard]] Row join_lines(const Line& first);
  [[nodiscard]] Row never_closed(std::uint64_t line, std::size_t first_size, bool cut);

  LineReader lines_;
  std::size_t max_bytes_;
  QuoteScanner scanner_;
  std::string row_;    ///< of several lines, each with its line feed
  std::string again_;  ///< lines given back, each with its line feed
  std::size_t again_at_ = 0;
  std::uint64_t again_line_ = 0;     ///< the number of the line at again_at_
  std::optional<Line> passed_over_;  ///< a line too long that comes after those given back
};

}  // namespace warraq::corpus
