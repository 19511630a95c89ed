#include "corpus/readers/csv_reader.h"

#include <algorithm>
#include <utility>

#include "corpus/article/article_of_json.h"
#include "corpus/article/text.h"
#include "corpus/readers/reasons.h"

namespace warraq::corpus {

CsvReader::CsvReader(std::unique_ptr<BufferedInput> input, ReaderContext context)
    : input_(std::move(input)),
      context_(std::move(context)),
      rows_(*input_, context_.max_article_bytes) {}

std::optional<Record> CsvReader::next() {
  if (!begun_) {
    begun_ = true;
    if (std::optional<Rejection> rejection = begin()) return rejection;
  }
  while (!finished_) {
    const std::optional<Row> row = rows_.next();
    if (!row) return finish();
    if (std::optional<Record> record = read_row(*row)) return record;
  }
  return std::nullopt;
}

// The table's character set is told by as much of it as can be seen at once: a row of a few words
// says too little.
std::optional<Rejection> CsvReader::begin() {
  std::string_view seen = input_->peek(BufferedInput::kWindowBytes);
  const std::size_t last_line_end = seen.rfind('\n');
  if (last_line_end != std::string_view::npos) seen = seen.substr(0, last_line_end);
  beginning_ = decode_record(seen, {}, TextKind::plain).decoding;

  std::optional<Line> line = first_line();
  if (line) delimiter_ = named_delimiter(decode(line->text).text);
  if (!delimiter_.empty()) line = first_line();
  if (!line || line->too_long) return reject_beginning(line);
  if (delimiter_.empty()) delimiter_ = delimiter_of(decode(line->text).text, context_.map);
  rows_.set_delimiter(encoded_delimiter(line->text));
  rows_.give_back(line->text, line->number);
  return read_header(*rows_.next());
}

// The next line that is not blank.
std::optional<Line> CsvReader::first_line() {
  while (const std::optional<Line> line = rows_.next_line()) {
    if (line->too_long || !is_blank(decode(line->text).text)) return line;
  }
  return std::nullopt;
}

std::optional<Rejection> CsvReader::reject_beginning(const std::optional<Line>& line) {
  if (!input_->failure().empty()) return reject_file(reason_ended_early(input_->failure(), 0));
  if (!line) return reject_file("it holds no records");
  return reject_file("its first line has " + std::to_string(line->size) + " bytes, more than the " +
                     std::to_string(context_.max_article_bytes) +
                     " that are allowed (--max-article)");
}

// A delimiter that is no ASCII has other bytes in a table that is no UTF-8.
std::string CsvReader::encoded_delimiter(std::string_view header) const {
  if (header.find(delimiter_) != std::string_view::npos) return delimiter_;
  const bool iso = beginning_.charset == "ISO-8859-6";
  if (delimiter_ == "،") return iso ? "\xAC" : "\xA1";
  if (delimiter_ == "؛") return iso ? "\xBB" : "\xBA";
  return delimiter_;
}

std::optional<Rejection> CsvReader::read_header(const Row& row) {
  if (row.fault != Row::Fault::none) {
    return reject_file("the quote that opens on line " + std::to_string(row.line) +
                       ", in its header, is never closed");
  }
  split_cells(decode(row.text).text, delimiter_, cells_);
  column_count_ = cells_.size();
  std::string columns = "; its columns are " + listed(cells_);
  if (is_header(cells_, context_.map)) {
    columns_.emplace(cells_, context_.map);
  } else {
    columns_.emplace(std::vector<std::string>(), context_.map);
    const std::string again(row.text);
    rows_.give_back(again, row.line);
  }
  if (const std::string_view missing = columns_->missing_text(column_count_); !missing.empty()) {
    return reject_file("it has no column that the mapping names for \"" + std::string(missing) +
                       '"' + columns);
  }
  if (columns_->give_text()) return std::nullopt;
  return reject_file("no column is known to hold titles or bodies" + columns +
                     "; say which one does by --map (title = its name, or title = #2)");
}

DecodedRecord CsvReader::decode(std::string_view bytes) const {
  const bool utf8 = beginning_.charset == "UTF-8";
  DecodedRecord decoded =
      decode_record(bytes, utf8 ? std::string_view() : beginning_.charset, TextKind::plain);
  if (decoded.decoding.charset == beginning_.charset && !utf8) decoded.decoding = beginning_;
  std::replace(decoded.text.begin(), decoded.text.end(), '\0', ' ');
  return decoded;
}

// A record that the input's failure cut off is not told of here: finish() does.
std::optional<Record> CsvReader::read_row(const Row& row) {
  if (row.cut && row.fault != Row::Fault::none) return std::nullopt;
  Origin origin{context_.file, records_ + 1, row.line};
  if (row.fault != Row::Fault::none) {
    resuming_ = row.fault == Row::Fault::quote_never_closed;
    ++records_;
    return Rejection{std::move(origin), reason_of(row), std::string(row.text)};
  }
  DecodedRecord decoded = decode(row.text);
  split_cells(decoded.text, delimiter_, cells_);
  if (std::all_of(cells_.begin(), cells_.end(), is_blank)) return std::nullopt;
  if (resuming_ && cells_.size() != column_count_) return std::nullopt;
  resuming_ = false;
  Record record = read_cells(row, decoded, std::move(origin));
  if (row.cut && std::holds_alternative<Rejection>(record)) return std::nullopt;
  ++records_;
  return record;
}

std::string CsvReader::reason_of(const Row& row) const {
  if (row.fault == Row::Fault::too_long) {
    return reason_too_large(row.size, context_.max_article_bytes);
  }
  return "the quote that opens on line " + std::to_string(row.line) +
         " is never closed, or not within the " + std::to_string(context_.max_article_bytes) +
         " bytes that are allowed (--max-article)";
}

Record CsvReader::read_cells(const Row& row, const DecodedRecord& decoded, Origin origin) {
  while (cells_.size() > column_count_ && is_blank(cells_.back())) cells_.pop_back();
  std::string reason;
  if (cells_.size() > column_count_) {
    reason = "it has " + std::to_string(cells_.size()) + " cells for " +
             std::to_string(column_count_) +
             " columns; a cell with the delimiter in it must be quoted";
  } else {
    Article article = columns_->article(cells_);
    if (!is_blank(article.title) || !is_blank(article.body)) {
      ReadArticle read{std::move(article), std::move(origin), decoded.replaced};
      read.decoding = decoded.decoding;
      return read;
    }
    reason = kNeitherTitleNorBody;
  }
  return Rejection{std::move(origin), std::move(reason), std::string(row.text)};
}

std::optional<Record> CsvReader::finish() {
  finished_ = true;
  if (!input_->failure().empty()) {
    return reject_file(reason_ended_early(input_->failure(), records_));
  }
  if (records_ == 0) return reject_file("it holds no records");
  return std::nullopt;
}

Rejection CsvReader::reject_file(std::string reason) {
  finished_ = true;
  return {{context_.file, 0, 0}, std::move(reason), {}};
}

}  // namespace warraq::corpus
