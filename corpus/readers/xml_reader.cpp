#include "corpus/readers/xml_reader.h"

#include <algorithm>
#include <utility>

#include "corpus/article/text.h"
#include "corpus/article/utf8.h"
#include "corpus/readers/reasons.h"

namespace warraq::corpus {
namespace {

using Kind = MarkupToken::Kind;

constexpr std::size_t kLongestFeedTitle = 1024;

std::size_t count_replacements(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(kReplacementCharacter); at != std::string_view::npos;
       at = text.find(kReplacementCharacter, at + kReplacementCharacter.size())) {
    ++count;
  }
  return count;
}

/// Undoes double encoding in the fields that people read.
bool repair_fields(Article& article) {
  bool repaired = false;
  for (std::string* field : {&article.title, &article.body, &article.author, &article.category}) {
    std::string text = analyzers::repair_double_encoding(*field);
    repaired = repaired || text != *field;
    *field = std::move(text);
  }
  return repaired;
}

}  // namespace

XmlReader::XmlReader(std::unique_ptr<BufferedInput> input, std::string file,
                     std::size_t max_article_bytes, FieldMap map)
    : input_(std::move(input)),
      file_(std::move(file)),
      max_article_bytes_(max_article_bytes),
      map_(std::move(map)),
      text_(*input_),
      scanner_(MarkupDialect::xml, [this](std::string& out) { return text_.more(out); }),
      tree_(max_article_bytes) {}

std::optional<Record> XmlReader::next() {
  if (!std::exchange(begun_, true)) begin();
  while (read_.empty() && !finished_) read_outside(next_token());
  if (read_.empty()) return std::nullopt;
  Record record = std::move(read_.front());
  read_.pop_front();
  return record;
}

MarkupToken XmlReader::next_token() {
  if (!held_) return scanner_.next();
  return *std::exchange(held_, std::nullopt);
}

void XmlReader::begin() {
  std::optional<RecordRule> rule =
      map_.record.empty() ? RecordRule::of(text_.beginning()) : RecordRule::at(map_.record);
  if (rule) {
    rule_ = *std::move(rule);
    return;
  }
  finished_ = true;
  reject_file(
      input_->failure().empty()
          ? "no element holds a title or a body under a usual name; --map says where they are"
          : input_->failure() + "; nothing could be read");
}

void XmlReader::reject_file(std::string reason) {
  Rejection rejection;
  rejection.origin.file = file_;
  rejection.reason = std::move(reason);
  read_.emplace_back(std::move(rejection));
}

void XmlReader::read_outside(const MarkupToken& token) {
  switch (token.kind) {
    case Kind::finished:
      return finish();
    case Kind::start:
      return start_outside(token);
    case Kind::end: {
      const auto level = std::find(path_.rbegin(), path_.rend(), token.name);
      if (level != path_.rend()) path_.erase(level.base() - 1, path_.end());
      return;
    }
    case Kind::text: {
      const bool is_feed_title = path_.size() >= 2 && without_prefix(path_.back()) == "title" &&
                                 (without_prefix(path_[path_.size() - 2]) == "channel" ||
                                  without_prefix(path_[path_.size() - 2]) == "feed");
      if (!is_feed_title || feed_title_.size() + token.text.size() > kLongestFeedTitle) return;
      if (token.is_literal) {
        feed_title_ += token.text;
      } else {
        append_resolved(feed_title_, token.text, entities(), kLongestFeedTitle);
      }
    }
  }
}

void XmlReader::start_outside(const MarkupToken& token) {
  if (path_.size() == MarkupTree::kMostLevels) return;
  path_.emplace_back(token.name);
  namespaces_.learn(token.text);
  if (const std::optional<RecordKind> kind = rule_.kind_of(path_)) {
    path_.pop_back();
    read_record(token, *kind);
  } else if (token.is_empty) {
    path_.pop_back();
  } else if (token.name == "channel" || token.name == "feed") {
    feed_title_.clear();
  }
}

const DeclaredEntities* XmlReader::entities() {
  const std::string& declarations = scanner_.declarations();
  if (declarations_read_ != declarations.size()) {
    entities_ = declared_entities(declarations);
    declarations_read_ = declarations.size();
  }
  return entities_.empty() ? nullptr : &entities_;
}

void XmlReader::read_record(const MarkupToken& token, RecordKind kind) {
  const std::string name(token.name);
  const std::uint64_t begin = token.offset;
  const std::uint64_t line = token.line;
  scanner_.keep_from_token(max_article_bytes_ + BufferedInput::kWindowBytes);
  tree_.clear();
  tree_.add_start(token, namespaces_, entities());
  const End end = token.is_empty ? End::whole : read_to_end(name, begin);
  tree_.end_to(0);
  const std::uint64_t offset = held_ ? held_->offset : scanner_.offset();
  switch (end) {
    case End::whole:
      take_articles(kind, begin);
      break;
    case End::too_long:
      read_.emplace_back(reject_record(
          line,
          "a record of " + std::to_string(offset - begin) + " bytes, more than the " +
              std::to_string(max_article_bytes_) + " that are allowed (--max-article)",
          {}));
      break;
    case End::cut:
      // What the input's failure cut off is not told of here: finish() does.
      if (!input_->failure().empty()) break;
      read_.emplace_back(
          reject_record(line, "the file ends inside this record: its </" + name + "> is missing",
                        scanner_.kept(offset)));
  }
  scanner_.stop_keeping();
}

XmlReader::End XmlReader::read_to_end(std::string_view name, std::uint64_t begin) {
  bool too_long = false;
  while (true) {
    const MarkupToken token = scanner_.next();
    if (token.kind == Kind::finished) {
      held_ = token;
      return too_long ? End::too_long : End::cut;
    }
    if (!too_long && scanner_.offset() - begin > max_article_bytes_) {
      too_long = true;
      tree_.clear();
    }
    const bool in_tree = !too_long && token.kind == Kind::end && tree_.add_end(token.name);
    if (ends_record(token, name, in_tree)) return too_long ? End::too_long : End::whole;
    if (too_long) continue;
    if (token.kind == Kind::start) tree_.add_start(token, namespaces_, entities());
    if (token.kind == Kind::text) tree_.add_text(token, entities());
  }
}

/// Whether the record `name` ends with this token: its own end, or what can only follow it.
bool XmlReader::ends_record(const MarkupToken& token, std::string_view name, bool in_tree) {
  if (in_tree) return tree_.levels() == 0;
  if (token.kind == Kind::text) return false;
  if (token.name == name) {
    if (token.kind == Kind::start) held_ = token;
    return true;
  }
  const bool ends_outer =
      token.kind == Kind::end && std::find(path_.begin(), path_.end(), token.name) != path_.end();
  if (ends_outer) held_ = token;
  return ends_outer;
}

void XmlReader::take_articles(RecordKind kind, std::uint64_t begin) {
  const std::uint64_t end = held_ ? held_->offset : scanner_.offset();
  const std::string_view bytes =
      end - begin <= max_article_bytes_ ? scanner_.kept(end) : std::string_view();
  if (!tree_.fault().empty()) {
    const std::uint64_t line = tree_.root() ? tree_.root().node().line : 0;
    read_.emplace_back(reject_record(line, "the record " + tree_.fault(), bytes));
    return;
  }
  for (XmlArticle& article : articles_of(kind, tree_.root(), {map_, names_, feed_title_})) {
    take(std::move(article), bytes);
  }
}

void XmlReader::take(XmlArticle article, std::string_view bytes) {
  if (is_blank(article.article.title) && is_blank(article.article.body)) {
    read_.emplace_back(reject_record(article.line, "neither a title nor a body", bytes));
    return;
  }
  ReadArticle read;
  read.origin = {file_, ++records_, article.line};
  read.article = std::move(article.article);
  const analyzers::Charset& charset = text_.charset();
  read.decoding = {charset.name, std::string(name_of(charset.basis)), charset.confidence,
                   repair_fields(read.article)};
  if (text_.was_mended()) {
    read.replaced_sequences =
        count_replacements(read.article.title) + count_replacements(read.article.body);
  }
  read_.emplace_back(std::move(read));
}

Rejection XmlReader::reject_record(std::uint64_t line, std::string reason, std::string_view bytes) {
  return {{file_, ++records_, line}, std::move(reason), std::string(bytes)};
}

void XmlReader::finish() {
  finished_ = true;
  std::string reason;
  if (!input_->failure().empty()) {
    reason = reason_ended_early(input_->failure(), records_);
  } else if (records_ == 0) {
    reason = "it holds no records";
    if (!map_.record.empty()) reason += " at " + map_.record;
  }
  if (!reason.empty()) reject_file(std::move(reason));
}

}  // namespace warraq::corpus
