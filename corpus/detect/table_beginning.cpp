#include "corpus/detect/table_beginning.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "corpus/article/text.h"
#include "corpus/article/utf8.h"
#include "corpus/readers/csv_cells.h"
#include "corpus/readers/csv_columns.h"
#include "corpus/readers/usual_names.h"
#include "warraq/analyzers/charset.h"

namespace warraq::corpus {
namespace {

std::string_view first_line(std::string_view text) {
  std::string_view line = text.substr(0, text.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// Takes a row off `text` and counts its cells (RFC 4180: a quoted cell may hold delimiters and
/// line ends). A blank row has none.
std::size_t take_row(std::string_view& text, std::string_view delimiter) {
  std::size_t cells = 1;
  bool quoted = false;
  std::size_t at = 0;
  for (; at < text.size() && (quoted || text[at] != '\n'); ++at) {
    if (text[at] == '"') quoted = !quoted;
    if (!quoted && text.substr(at).starts_with(delimiter)) ++cells;
  }
  const bool blank = is_blank(text.substr(0, at));
  text.remove_prefix(std::min(at + 1, text.size()));
  return blank ? 0 : cells;
}

/// Whether the second row has as many cells as the first.
bool second_row_agrees(std::string_view text, std::string_view delimiter) {
  const std::size_t columns = take_row(text, delimiter);
  return take_row(text, delimiter) == columns;
}

/// Whether most rows have as many cells as the first. The last one may be cut off.
bool rows_agree(std::string_view text, std::string_view delimiter) {
  constexpr int kEnough = 50;
  const std::size_t columns = take_row(text, delimiter);
  if (columns < 2) return false;
  int rows = 0;
  int agreeing = 0;
  while (rows < kEnough && !text.empty()) {
    const std::size_t cells = take_row(text, delimiter);
    if (cells == 0) continue;
    if (text.empty() && rows > 0) break;
    ++rows;
    if (cells == columns) ++agreeing;
  }
  return agreeing * 2 >= rows;
}

/// What the names in a header mean.
struct Header {
  std::size_t known = 0;  ///< names that are usual for a field
  bool has_text = false;  ///< a title or a body is among them
};

Header header_of(std::string_view line, std::string_view delimiter) {
  Header header;
  std::vector<std::string> cells;
  split_cells(line, delimiter, cells);
  for (const std::string& cell : cells) {
    const std::optional<UsualName> usual = usual_name(cell);
    if (!usual) continue;
    ++header.known;
    header.has_text = header.has_text || usual->field == "title" || usual->field == "body";
  }
  return header;
}

bool is_table(std::string_view text, bool named_as_table) {
  const std::string_view line = first_line(text);
  if (!named_delimiter(line).empty()) return true;
  const std::string delimiter = delimiter_of(line, {});
  const Header header = header_of(line, delimiter);
  const bool is_named = header.known >= 2 && header.has_text;
  // Arabic commas are what prose is full of.
  const bool is_of_prose = delimiter.size() > 1;
  if (is_of_prose) return is_named && (named_as_table || second_row_agrees(text, delimiter));
  return is_named || (named_as_table && (header.known > 0 || rows_agree(text, delimiter)));
}

}  // namespace

bool begins_table(std::string_view text, std::string_view extension) {
  const bool named_as_table = extension == "csv" || extension == "tsv" || extension == "tab";
  if (is_table(text, named_as_table)) return true;
  if (is_valid_utf8(first_line(text))) return false;
  return is_table(analyzers::decode(text, {}, analyzers::Markup::none).text, named_as_table);
}

}  // namespace warraq::corpus
