#include "corpus/readers/csv_rows.h"

#include <utility>

#include "corpus/article/utf8.h"

namespace warraq::corpus {
namespace {

std::string_view without_carriage_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

CsvRows::CsvRows(BufferedInput& input, std::size_t max_bytes)
    : lines_(input, max_bytes), max_bytes_(max_bytes), scanner_(",") {}

void CsvRows::set_delimiter(std::string delimiter) {
  scanner_ = QuoteScanner(std::move(delimiter));
}

void CsvRows::give_back(std::string_view text, std::uint64_t line) {
  std::string lines(text);
  lines += '\n';
  lines += std::string_view(again_).substr(again_at_);
  again_ = std::move(lines);
  again_at_ = 0;
  again_line_ = line;
}

std::optional<Line> CsvRows::next_line() {
  if (again_at_ < again_.size()) {
    const std::size_t end = again_.find('\n', again_at_);
    const std::string_view text = std::string_view(again_).substr(again_at_, end - again_at_);
    again_at_ = end + 1;
    return Line{text, again_line_++, text.size(), false, false};
  }
  again_ = std::string();
  again_at_ = 0;
  if (passed_over_) return std::exchange(passed_over_, std::nullopt);
  std::optional<Line> line = lines_.next();
  if (line && line->number == 1 && line->text.starts_with(kByteOrderMark)) {
    line->text.remove_prefix(kByteOrderMark.size());
  }
  return line;
}

std::optional<Row> CsvRows::next() {
  const std::optional<Line> line = next_line();
  if (!line) return std::nullopt;
  if (line->too_long) return Row{{}, line->number, line->size, Row::Fault::too_long, line->cut};
  const std::string_view text = without_carriage_return(line->text);
  scanner_.reset();
  switch (scanner_.scan(text)) {
    case QuoteScanner::State::outside:
      return Row{text, line->number, text.size(), Row::Fault::none, line->cut};
    case QuoteScanner::State::never_closed:
      return Row{text, line->number, text.size(), Row::Fault::quote_never_closed, line->cut};
    default:
      return join_lines(*line);
  }
}

Row CsvRows::join_lines(const Line& first) {
  const std::uint64_t number = first.number;
  const std::size_t first_size = first.text.size();
  bool cut = first.cut;
  row_ = first.text;
  row_ += '\n';
  while (const std::optional<Line> line = next_line()) {
    cut = line->cut;
    if (line->too_long) {
      passed_over_ = line;
      break;
    }
    const std::string_view text = without_carriage_return(line->text);
    const QuoteScanner::State state = scanner_.scan(text);
    row_ += line->text;
    row_ += '\n';
    if (state == QuoteScanner::State::outside) {
      const std::size_t size = row_.size() - 1 - (line->text.size() - text.size());
      return Row{std::string_view(row_).substr(0, size), number, size, Row::Fault::none, cut};
    }
    if (state == QuoteScanner::State::never_closed || row_.size() > max_bytes_) break;
  }
  return never_closed(number, first_size, cut);
}

// The lines behind the first hold no other quote that opens a cell, or the last alone does: none
// but that is looked at more than twice.
Row CsvRows::never_closed(std::uint64_t line, std::size_t first_size, bool cut) {
  const std::string_view rest = std::string_view(row_).substr(first_size + 1);
  if (!rest.empty()) give_back(rest.substr(0, rest.size() - 1), line + 1);
  row_.resize(first_size);
  return Row{without_carriage_return(row_), line, first_size, Row::Fault::quote_never_closed, cut};
}

}  // namespace warraq::corpus
