// CSV, TSV and their like: one article on each row of a table.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "corpus/decode.h"
#include "corpus/input/buffered_input.h"
#include "corpus/readers/csv_columns.h"
#include "corpus/readers/csv_rows.h"
#include "corpus/readers/make_reader.h"
#include "warraq/corpus/reader.h"

namespace warraq::corpus {

/// Reads tables by RFC 4180, with any of several delimiters, told from the header, whose columns
/// are fields by their usual names or by the map. A table without a column for a title or a body is
/// one Rejection; a row that is no article is one, and the next is read. Blank rows are passed
/// over. Ids are left as they are given, or empty. libcsv is not used: it holds a cell of any size,
/// cannot go on behind a quote that is never closed, and knows delimiters of one byte only.
class CsvReader final : public Reader {
 public:
  CsvReader(std::unique_ptr<BufferedInput> input, ReaderContext context);
  [[nodiscard]] std::optional<Record> next() override;

 private:
  [[nodiscard]] std::optional<Rejection> begin();
  [[nodiscard]] std::optional<Line> first_line();
  [[nodiscard]] std::optional<Rejection> reject_beginning(const std::optional<Line>& line);
  [[nodiscard]] std::string encoded_delimiter(std::string_view header) const;
  [[nodiscard]] std::optional<Rejection> read_header(const Row& row);
  [[nodiscard]] DecodedRecord decode(std::string_view bytes) const;
  [[nodiscard]] std::optional<Record> read_row(const Row& row);
  [[nodiscard]] std::string reason_of(const Row& row) const;
  [[nodiscard]] Record read_cells(const Row& row, const DecodedRecord& decoded, Origin origin);
  [[nodiscard]] std::optional<Record> finish();
  [[nodiscard]] Rejection reject_file(std::string reason);

  std::unique_ptr<BufferedInput> input_;
  ReaderContext context_;
  CsvRows rows_;
  Decoding beginning_;     ///< of the table, by which its rows are decoded
  std::string delimiter_;  ///< decoded
  std::optional<CsvColumns> columns_;
  std::size_t column_count_ = 0;
  std::vector<std::string> cells_;
  std::uint64_t records_ = 0;
  bool begun_ = false;
  bool finished_ = false;
  bool resuming_ = false;  ///< behind a quote that was never closed: rows may be parts of its cell
};

}  // namespace warraq::corpus
