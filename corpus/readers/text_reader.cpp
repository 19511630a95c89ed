#include "corpus/readers/text_reader.h"

#include <algorithm>

#include "corpus/article/text.h"
#include "corpus/decode.h"
#include "corpus/page/page_parts.h"
#include "corpus/readers/text_check.h"
#include "corpus/readers/whole_page.h"

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
  auto whole = read_whole_page(*input_, file_, max_article_bytes_);
  if (auto* rejection = std::get_if<Rejection>(&whole)) return std::move(*rejection);
  Origin origin{file_, 0, 0};
  auto page = read_text_page(std::get<std::string>(whole), {});
  if (auto* reason = std::get_if<std::string>(&page)) {
    return Rejection{std::move(origin), std::move(*reason), {}};
  }
  auto& read = std::get<ReadArticle>(page);
  read.origin = {file_, 1, 1};
  return std::move(read);
}

std::variant<ReadArticle, std::string> read_text_page(std::string_view bytes,
                                                      std::string_view declared_charset) {
  DecodedRecord decoded = decode_record(bytes, declared_charset, TextKind::plain);
  std::string reason = reason_not_text(decoded, TextKind::plain);
  if (!reason.empty()) return reason;
  const std::string lines = with_plain_lines(std::move(decoded.text));
  ReadArticle read;
  read.article = article_of_page(lines);
  if (is_blank(read.article.title) && is_blank(read.article.body)) {
    return "it holds nothing but white space";
  }
  read.replaced_sequences = decoded.replaced;
  read.decoding = std::move(decoded.decoding);
  return read;
}

}  // namespace warraq::corpus
