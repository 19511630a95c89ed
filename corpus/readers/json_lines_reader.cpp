#include "corpus/readers/json_lines_reader.h"

#include "corpus/article/text.h"
#include "corpus/article/utf8.h"
#include "corpus/input_format.h"
#include "corpus/readers/json_record.h"
#include "corpus/readers/reasons.h"

namespace warraq::corpus {
JsonLinesReader::JsonLinesReader(std::unique_ptr<BufferedInput> input, const ReaderContext& context)
    : input_(std::move(input)),
      file_(context.file),
      max_article_bytes_(context.max_article_bytes),
      lines_(*input_, context.max_article_bytes),
      articles_(context.map) {}

std::optional<Record> JsonLinesReader::next() {
  if (!begun_) {
    begun_ = true;
    std::string reason = reason_not_json_lines(input_->peek(kBeginningBytes));
    if (!reason.empty()) {
      finished_ = true;
      return reject_file(std::move(reason));
    }
  }
  while (!finished_) {
    const std::optional<Line> line = lines_.next();
    if (!line) return finish();
    if (std::optional<Record> record = read_line(*line)) return record;
  }
  return std::nullopt;
}

// A record that the input's failure cut off is not told of here: finish() does.
std::optional<Record> JsonLinesReader::read_line(const Line& line) {
  std::string_view text = line.text;
  if (line.number == 1 && text.starts_with(kByteOrderMark)) {
    text.remove_prefix(kByteOrderMark.size());
  }
  text = trimmed(text);
  if (line.too_long ? line.cut : text.empty()) return std::nullopt;
  Origin origin{file_, records_ + 1, line.number};
  Record record =
      line.too_long
          ? Rejection{std::move(origin), reason_too_large(line.size, max_article_bytes_), {}}
          : record_of_json(articles_, text, std::move(origin));
  if (line.cut && std::holds_alternative<Rejection>(record)) return std::nullopt;
  ++records_;
  return record;
}

std::optional<Record> JsonLinesReader::finish() {
  finished_ = true;
  if (!input_->failure().empty()) {
    return reject_file(reason_ended_early(input_->failure(), records_));
  }
  if (records_ == 0) return reject_file("it holds no records");
  return std::nullopt;
}

Rejection JsonLinesReader::reject_file(std::string reason) const {
  return {{file_, 0, 0}, std::move(reason), {}};
}

}  // namespace warraq::corpus
