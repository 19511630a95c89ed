#include "corpus/readers/json_reader.h"

#include <algorithm>
#include <utility>

#include "corpus/article/json_fault.h"
#include "corpus/article/text.h"
#include "corpus/readers/json_record.h"
#include "corpus/readers/reasons.h"
#include "warraq/analyzers/direction.h"

namespace warraq::corpus {

JsonReader::JsonReader(std::unique_ptr<BufferedInput> input, ReaderContext context)
    : input_(std::move(input)),
      context_(std::move(context)),
      cutter_(*input_),
      articles_(context_.map),
      path_(record_path(context_.map.record)),
      path_given_(!context_.map.record.empty()) {}

std::optional<Record> JsonReader::next() {
  if (!std::exchange(begun_, true)) {
    const std::string_view beginning = input_->peek(2);
    if (beginning.starts_with("\xFF\xFE") || beginning.starts_with("\xFE\xFF")) {
      finished_ = true;
      return reject_file("looks like text in UTF-16; JSON must be UTF-8");
    }
  }
  while (!finished_) {
    const std::optional<char> c = cutter_.peek();
    if (!c) return finish();
    if (std::optional<Record> record = read_on(*c)) return record;
  }
  return std::nullopt;
}

// What stands between values is not looked at closely: where it is wrong, but they are not, they
// can be had all the same.
std::optional<Record> JsonReader::read_on(char c) {
  if (levels_.empty()) {
    if (path_given_) return read_value(c, 0);
    path_.clear();
    return c == '{' ? read_top_object() : read_value(c, 0);
  }
  if (c == ']' || c == '}') {
    cutter_.take();
    close(c == ']');
  } else if (c == ',' || c == ':') {
    cutter_.take();
  } else if (levels_.back().array) {
    return read_value(c, levels_.back().step);
  } else {
    return read_member();
  }
  return std::nullopt;
}

/// Ends the innermost array, or object, and what is open inside it. One that is not open is none.
void JsonReader::close(bool array) {
  const auto innermost = std::find_if(levels_.rbegin(), levels_.rend(),
                                      [&](const Level& level) { return level.array == array; });
  if (innermost != levels_.rend()) levels_.erase(innermost.base() - 1, levels_.end());
}

std::optional<Record> JsonReader::read_top_object() {
  const JsonCut beginning = cutter_.cut_beginning(context_.max_article_bytes);
  std::optional<Record> record;
  if (!beginning.too_long) {
    record = record_of(beginning);
    const auto* read = std::get_if<ReadArticle>(&*record);
    if (read != nullptr && !is_blank(read->article.body)) {
      return counted(*std::move(record), beginning);
    }
  }
  std::optional<JsonPath> path = find_record_path(beginning.text);
  if (!path && record) return counted(*std::move(record), beginning);
  cutter_.give_back(beginning);
  if (!path) return read_record();
  path_ = *std::move(path);
  return read_value('{', 0);
}

std::optional<Record> JsonReader::read_member() {
  const JsonCut name = cutter_.cut(context_.max_article_bytes, true);
  const std::size_t step = levels_.back().step;
  if (name.text.size() < 2 || !name.text.starts_with('"')) return std::nullopt;
  const bool on_the_way = member_name(name.text) == path_[step];
  if (cutter_.peek() != ':') return std::nullopt;
  cutter_.take();
  const std::optional<char> c = cutter_.peek();
  if (c && *c != ',' && *c != '}' && *c != ']') {
    if (on_the_way) return read_value(*c, step + 1);
    static_cast<void>(cutter_.cut(0, true));
  }
  return std::nullopt;
}

/// The value that begins with `c`, at this step of the way to the records.
std::optional<Record> JsonReader::read_value(char c, std::size_t step) {
  const bool here = step == path_.size();
  const bool in_records = !levels_.empty() && levels_.back().records;
  if (here && (in_records || c != '[')) {
    records_found_ = true;
    return read_record();
  }
  const bool opens = c == '[' || (c == '{' && !here);
  if (!opens || levels_.size() == kMaxNesting) {
    static_cast<void>(cutter_.cut(0, !levels_.empty()));
    return std::nullopt;
  }
  cutter_.take();
  levels_.push_back({c == '[', here, step});
  records_found_ = records_found_ || here;
  return std::nullopt;
}

std::optional<Record> JsonReader::read_record() {
  const JsonCut cut = cutter_.cut(context_.max_article_bytes, !levels_.empty());
  return counted(record_of(cut), cut);
}

// A record that the input's failure cut off is not told of here: finish() does.
std::optional<Record> JsonReader::counted(Record record, const JsonCut& cut) {
  last_cut_off_ = !cut.whole;
  if (last_cut_off_ && !input_->failure().empty()) return std::nullopt;
  ++records_;
  return record;
}

Record JsonReader::record_of(const JsonCut& cut) {
  Origin origin{context_.file, records_ + 1, cut.line};
  if (cut.too_long) {
    return Rejection{std::move(origin), reason_too_large(cut.size, context_.max_article_bytes), {}};
  }
  return record_of_json(articles_, cut.text, std::move(origin));
}

std::optional<Record> JsonReader::finish() {
  finished_ = true;
  if (!input_->failure().empty()) {
    return reject_file(reason_ended_early(input_->failure(), records_));
  }
  if (!levels_.empty() && !last_cut_off_) {
    return reject_file(reason_ended_early("its JSON ends early", records_));
  }
  if (records_ > 0) return std::nullopt;
  if (path_given_ && !records_found_) {
    return reject_file("there is nothing at " + analyzers::isolate(context_.map.record) +
                       ", where the mapping says that records are (--map)");
  }
  return reject_file("it holds no records");
}

Rejection JsonReader::reject_file(std::string reason) const {
  return {{context_.file, 0, 0}, std::move(reason), {}};
}

}  // namespace warraq::corpus
