#include "corpus/detect/table_beginning.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "corpus/article/text.h"
#include "corpus/article/utf8.h"
#include "warraq/analyzers/charset.h"

namespace warraq::corpus {
namespace {

constexpr std::array<std::string_view, 49> kColumns{
    "id",          "guid",      "title",     "headline",  "body",    "text",     "content",
    "article",     "story",     "date",      "published", "pubdate", "datetime", "timestamp",
    "source",      "publisher", "newspaper", "author",    "writer",  "byline",   "category",
    "section",     "topic",     "label",     "class",     "url",     "link",     "summary",
    "description", "abstract",  "tags",      "keywords",  "agency",  "language", "معرف",
    "رقم",         "عنوان",     "نص",        "متن",       "محتوى",   "خبر",      "مقال",
    "تاريخ",       "مصدر",      "كاتب",      "قسم",       "تصنيف",   "رابط",     "وكالة"};

/// The name of a column without what differs between tables: quotes, case, the article, and what
/// follows the first word (published_at, تاريخ النشر).
std::string plain_name(std::string_view cell) {
  constexpr std::string_view kAround = " \t\r\"";
  constexpr std::string_view kArticle = "ال";
  cell.remove_prefix(std::min(cell.find_first_not_of(kAround), cell.size()));
  cell = cell.substr(0, cell.find_first_of(" _-\r\""));
  if (cell.starts_with(kArticle)) cell.remove_prefix(kArticle.size());
  return lower_ascii(cell);
}

/// A known name, alone or with one word more.
bool is_column(std::string_view cell) {
  return std::count_if(cell.begin(), cell.end(), [](char c) { return c == ' ' || c == '_'; }) < 2 &&
         std::find(kColumns.begin(), kColumns.end(), plain_name(cell)) != kColumns.end();
}

/// Takes a row off `text` (RFC 4180: a quoted cell may hold separators and line ends).
std::vector<std::string_view> take_row(std::string_view& text, char separator) {
  std::vector<std::string_view> cells;
  std::size_t begin = 0;
  bool quoted = false;
  std::size_t at = 0;
  for (; at < text.size() && (quoted || text[at] != '\n'); ++at) {
    if (text[at] == '"') quoted = !quoted;
    if (quoted || text[at] != separator) continue;
    cells.push_back(text.substr(begin, at - begin));
    begin = at + 1;
  }
  cells.push_back(text.substr(begin, at - begin));
  text.remove_prefix(std::min(at + 1, text.size()));
  return cells;
}

/// Whether most rows have as many cells as the first. The last one may be cut off.
bool rows_agree(std::string_view text, char separator) {
  constexpr int kEnough = 50;
  const std::size_t columns = take_row(text, separator).size();
  if (columns < 2) return false;
  int rows = 0;
  int agreeing = 0;
  while (rows < kEnough && !text.empty()) {
    const std::vector<std::string_view> row = take_row(text, separator);
    if (row.size() == 1 && is_blank(row.front())) continue;
    if (text.empty() && rows > 0) break;
    ++rows;
    if (row.size() == columns) ++agreeing;
  }
  return agreeing * 2 >= rows;
}

bool is_table(std::string_view text, bool named_as_table) {
  constexpr std::array<char, 4> kSeparators{'\t', ',', ';', '|'};
  return std::any_of(kSeparators.begin(), kSeparators.end(), [&](char separator) {
    std::string_view rest = text;
    const std::vector<std::string_view> header = take_row(rest, separator);
    const auto known = std::count_if(header.begin(), header.end(), is_column);
    return known >= 2 || (named_as_table && (known == 1 || rows_agree(text, separator)));
  });
}

}  // namespace

bool begins_table(std::string_view text, std::string_view extension) {
  const bool named_as_table = extension == "csv" || extension == "tsv" || extension == "tab";
  if (is_table(text, named_as_table)) return true;
  const std::string_view header = text.substr(0, text.find('\n'));
  if (is_valid_utf8(header)) return false;
  return is_table(analyzers::decode(text, {}, analyzers::Markup::none).text, named_as_table);
}

}  // namespace warraq::corpus
