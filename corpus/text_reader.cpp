#include "corpus/text_reader.h"

#include <algorithm>

#include "corpus/article/text.h"
#include "corpus/article/utf8.h"
#include "corpus/page/page_parts.h"
#include "corpus/text_check.h"

namespace warraq::corpus {
namespace {

/// Line ends become line feeds, and NUL bytes spaces.
std::string with_plain_lines(std::string text) {
  std::replace(text.begin(), text.end(), '\0', ' ');
  std::size_t at = text.find('\r');
  if (at == std::string::npos) return text;
  std::size_t kept = at;
  for (; at < text.size(); ++at) {
    const bool before_line_feed = at + 1 < text.size() && text[at + 1] == '\n';
    if (text[at] == '\r' && before_line_feed) continue;
    text[kept++] = text[at] == '\r' ? '\n' : text[at];
  }
  text.resize(kept);
  return text;
}

/// All of `input`, or as much as tells that it is more than `limit`.
std::string read_all(BufferedInput& input, std::size_t limit) {
  std::string text;
  while (text.size() <= limit) {
    const std::string_view block = input.peek();
    if (block.empty()) break;
    text += block;
    input.consume(block.size());
  }
  return text;
}

}  // namespace

TextReader::TextReader(std::unique_ptr<BufferedInput> input, std::string file,
                       std::size_t max_article_bytes)
    : input_(std::move(input)), file_(std::move(file)), max_article_bytes_(max_article_bytes) {}

std::optional<Record> TextReader::next() {
  if (finished_) return std::nullopt;
  finished_ = true;
  return read_page();
}

Record TextReader::read_page() {
  Origin origin{file_, 0, 0};
  std::string bytes = read_all(*input_, max_article_bytes_);
  if (bytes.size() > max_article_bytes_) {
    return Rejection{std::move(origin),
                     "a page of more than the " + std::to_string(max_article_bytes_) +
                         " bytes that are allowed (--max-article)",
                     {}};
  }
  if (!input_->failure().empty()) {
    return Rejection{std::move(origin), input_->failure() + "; the page is not whole",
                     std::move(bytes)};
  }
  std::string reason = reason_not_text(bytes);
  if (!reason.empty()) return Rejection{std::move(origin), std::move(reason), {}};
  RepairedText repaired = repair_utf8(bytes);
  const std::string lines = with_plain_lines(std::move(repaired.text));
  std::string_view text = lines;
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  Article article = article_of_page(text);
  if (is_blank(article.title) && is_blank(article.body)) {
    return Rejection{std::move(origin), "it holds nothing but white space", {}};
  }
  return ReadArticle{std::move(article), {file_, 1, 1}, repaired.replaced, false};
}

}  // namespace warraq::corpus
