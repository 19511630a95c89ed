#include "corpus/readers/csv_cells.h"

#include <algorithm>

namespace warraq::corpus {
namespace {

constexpr char kQuote = '"';

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(' ', at), text.size());
}

/// One past the run of quotes that begins at `at`.
std::size_t quotes_end(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(kQuote, at), text.size());
}

bool ends_cell(std::string_view text, std::size_t at, std::string_view delimiter) {
  at = skip_spaces(text, at);
  return at == text.size() || text.substr(at).starts_with(delimiter);
}

bool begins_cell(std::string_view text, std::size_t at, std::string_view delimiter) {
  while (at > 0 && text[at - 1] == ' ') --at;
  return at == 0 || text.substr(0, at).ends_with(delimiter);
}

/// Whether the quotes from `begin` to `end`, where a cell begins, make it a quoted one. An even
/// number of them with text behind it quotes nothing.
bool quotes_open(std::string_view text, std::size_t begin, std::size_t end,
                 std::string_view delimiter) {
  return (end - begin) % 2 == 1 || ends_cell(text, end, delimiter);
}

/// Appends the text of the quoted cell whose quote is at `at`; returns one past the cell.
std::size_t take_quoted(std::string_view row, std::size_t at, std::string_view delimiter,
                        std::string& cell) {
  const std::size_t opened = quotes_end(row, at);
  const std::size_t count = opened - at;
  if (count % 2 == 0) {  // nothing but quotes in it
    cell.append((count - 2) / 2, kQuote);
    return skip_spaces(row, opened);
  }
  cell.append((count - 1) / 2, kQuote);
  at = opened;
  while (at < row.size()) {
    const std::size_t quote = std::min(row.find(kQuote, at), row.size());
    cell += row.substr(at, quote - at);
    at = quotes_end(row, quote);
    const std::size_t quotes = at - quote;
    cell.append(quotes / 2, kQuote);
    if (quotes % 2 == 0) continue;
    if (ends_cell(row, at, delimiter)) return skip_spaces(row, at);
    cell += kQuote;
  }
  return at;
}

}  // namespace

QuoteScanner::State QuoteScanner::scan(std::string_view line) {
  std::size_t at = 0;
  while (true) {
    const std::size_t quote = line.find(kQuote, at);
    if (quote == std::string_view::npos) return state_;
    at = quotes_end(line, quote);
    const bool odd = (at - quote) % 2 == 1;
    if (state_ == State::outside) {
      if (odd && begins_cell(line, quote, delimiter_)) state_ = State::inside;
    } else if (odd && ends_cell(line, at, delimiter_)) {
      state_ = State::outside;
    } else if (odd && begins_cell(line, quote, delimiter_)) {
      return state_ = State::never_closed;
    }
  }
}

void split_cells(std::string_view row, std::string_view delimiter,
                 std::vector<std::string>& cells) {
  std::size_t count = 0;
  std::size_t at = 0;
  while (true) {
    if (count == cells.size()) cells.emplace_back();
    std::string& cell = cells[count++];
    cell.clear();
    const std::size_t begin = skip_spaces(row, at);
    if (begin < row.size() && row[begin] == kQuote &&
        quotes_open(row, begin, quotes_end(row, begin), delimiter)) {
      at = take_quoted(row, begin, delimiter, cell);
    } else {
      const std::size_t end = std::min(row.find(delimiter, at), row.size());
      cell = row.substr(at, end - at);
      at = end;
    }
    if (at >= row.size()) break;
    at += delimiter.size();
  }
  cells.resize(count);
}

}  // namespace warraq::corpus
