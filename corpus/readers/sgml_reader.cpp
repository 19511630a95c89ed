#include "corpus/readers/sgml_reader.h"

#include <utility>

#include "corpus/article/text.h"
#include "corpus/article/utf8.h"
#include "corpus/decode.h"
#include "corpus/markup/sgml_fields.h"
#include "corpus/markup/text_stream.h"
#include "corpus/readers/reasons.h"

namespace warraq::corpus {
namespace {

using Kind = MarkupToken::Kind;

bool is_document(const MarkupToken& token) {
  constexpr std::size_t kNameBytes = 3;
  return token.kind != Kind::text && token.name.size() == kNameBytes &&
         lower_ascii(token.name) == "doc";
}

/// Ends what is still open although `name` begins, and cannot hold it.
void end_what_must(MarkupTree& tree, std::string_view name) {
  const bool is_paragraph = name == "p";
  if (!is_paragraph && !is_sgml_leaf(name) && !is_sgml_part(name)) return;
  for (std::size_t level = 0; level < tree.levels(); ++level) {
    const std::string_view open = tree.open_name(level);
    const bool ends = is_paragraph
                          ? open == "p" || (is_sgml_leaf(open) && !may_hold_paragraphs(open))
                          : is_sgml_leaf(open);
    if (ends) return tree.end_to(level);
  }
}

}  // namespace

SgmlReader::SgmlReader(std::unique_ptr<BufferedInput> input, std::string file,
                       std::size_t max_article_bytes)
    : input_(std::move(input)),
      file_(std::move(file)),
      max_article_bytes_(max_article_bytes),
      scanner_(MarkupDialect::sgml, bytes_of_input(*input_)),
      tree_(max_article_bytes) {}

// Between records there are numbers, declarations and the like.
std::optional<Record> SgmlReader::next() {
  while (!finished_ && !begun_) {
    const MarkupToken token = scanner_.next();
    if (token.kind == Kind::finished) return finish();
    if (token.kind == Kind::start && is_document(token)) begin_record(token);
  }
  return finished_ ? std::nullopt : read_record();
}

void SgmlReader::begin_record(const MarkupToken& token) {
  begun_ = true;
  begin_ = token.offset;
  line_ = token.line;
  scanner_.keep_from_token(max_article_bytes_ + BufferedInput::kWindowBytes);
}

std::optional<Record> SgmlReader::read_record() {
  begun_ = false;
  MarkupToken token = scanner_.next();
  while (token.kind != Kind::finished && !is_document(token)) token = scanner_.next();
  // What the input's failure cut off is not told of here: finish() does.
  if (token.kind == Kind::finished && !input_->failure().empty()) return finish();
  const std::uint64_t end = token.kind == Kind::end ? scanner_.offset() : token.offset;
  Origin origin{file_, ++records_, line_};
  Record record = end - begin_ > max_article_bytes_
                      ? Record(reject_size(end - begin_, std::move(origin)))
                      : parse(scanner_.kept(end), std::move(origin));
  scanner_.stop_keeping();
  if (token.kind == Kind::start) begin_record(token);
  return record;
}

Record SgmlReader::parse(std::string_view bytes, Origin origin) {
  DecodedRecord decoded = decode_record(bytes, {}, TextKind::markup);
  build_tree(decoded.text);
  Article article;
  std::string reason = tree_.fault().empty() ? "" : "the record " + tree_.fault();
  if (reason.empty()) {
    article = article_of_sgml(tree_.root());
    if (is_blank(article.title) && is_blank(article.body)) reason = "neither a title nor a body";
  }
  if (!reason.empty()) return Rejection{std::move(origin), std::move(reason), std::string(bytes)};
  return ReadArticle{std::move(article), std::move(origin), decoded.replaced,
                     std::move(decoded.decoding)};
}

void SgmlReader::build_tree(std::string_view text) {
  tree_.clear();
  MarkupScanner scanner(MarkupDialect::sgml, text_alone(text));
  std::string name;
  for (MarkupToken token = scanner.next(); token.kind != Kind::finished; token = scanner.next()) {
    name = lower_ascii(token.name);
    token.name = name;
    if (token.kind == Kind::start) {
      end_what_must(tree_, name);
      tree_.add_start(token, namespaces_, nullptr);
    } else if (token.kind == Kind::end) {
      tree_.add_end(name);  // a stray one ends nothing
    } else {
      tree_.add_text(token, nullptr);
    }
  }
  tree_.end_to(0);
}

std::optional<Record> SgmlReader::finish() {
  finished_ = true;
  std::string reason;
  if (!input_->failure().empty()) {
    reason = reason_ended_early(input_->failure(), records_);
  } else if (records_ == 0) {
    reason = "it holds no <DOC>, with which records of SGML begin";
  }
  if (reason.empty()) return std::nullopt;
  return Rejection{{file_, 0, 0}, std::move(reason), {}};
}

Rejection SgmlReader::reject_size(std::uint64_t size, Origin origin) const {
  return {std::move(origin),
          "a record of " + std::to_string(size) + " bytes, more than the " +
              std::to_string(max_article_bytes_) + " that are allowed (--max-article)",
          {}};
}

}  // namespace warraq::corpus
