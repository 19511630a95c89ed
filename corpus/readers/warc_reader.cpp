#include "corpus/readers/warc_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/article/extra.h"
#include "corpus/article/text.h"
#include "corpus/article/utf8.h"
#include "corpus/html/page.h"
#include "corpus/readers/text_reader.h"
#include "corpus/warc/http.h"
#include "warraq/analyzers/utf8.h"

namespace warraq::corpus {
namespace {

constexpr std::size_t kUrlInMessage = 300;  ///< bytes

/// A field as text.
std::string field(const WarcRecord& record, std::string_view name) {
  std::string text = repair_utf8(record.fields[name]).text;
  std::replace(text.begin(), text.end(), '\0', ' ');
  return text;
}

/// The address of a record; WARC/1.0's grammar has it in angle brackets.
std::string url_of(const WarcRecord& record) {
  const std::string text = field(record, "warc-target-uri");
  std::string_view url = text;
  if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);
  return std::string(trimmed(url));
}

bool is_html(std::string_view type) {
  return type == "text/html" || type == "application/xhtml+xml" ||
         type == "application/vnd.wap.xhtml+xml";
}

bool is_robots_file(std::string_view url) { return url.ends_with("/robots.txt"); }

/// What kind of content a page without a type is.
std::string_view sniffed_type(std::string_view body) {
  return trimmed(body).starts_with('<') ? "text/html" : "";
}

bool is_http(const WarcRecord& record) {
  return record.block.starts_with("HTTP/") ||
         media_type(record.fields["content-type"]).type == "application/http";
}

}  // namespace

WarcReader::WarcReader(std::unique_ptr<BufferedInput> input, std::string file,
                       std::size_t max_article_bytes)
    : input_(std::move(input)),
      file_(std::move(file)),
      max_article_bytes_(max_article_bytes),
      scanner_(*input_, max_article_bytes) {}

std::optional<Record> WarcReader::next() {
  while (!finished_) {
    std::optional<WarcRecord> record = scanner_.next();
    if (!record) return finish();
    records_ = record->number;
    std::optional<Record> read = read_record(*record);
    if (!read) continue;
    any_page_ = true;
    return read;
  }
  return std::nullopt;
}

std::optional<Record> WarcReader::read_record(WarcRecord& record) {
  if (!record.fault.empty()) {
    // Where the input itself fails, that is said at its end.
    if (input_->peek().empty() && !input_->failure().empty()) return std::nullopt;
    return reject(record, record.fault);
  }
  const std::string_view kind = record.fields["warc-type"];
  if (kind == "response") return read_response(record);
  if (kind == "resource" || kind == "conversion") {
    const std::string type(record.fields["content-type"]);
    const std::string media = media_type(type).type;
    if (!is_html(media) && media != "text/plain") {
      ++passed_over_.types;
      return std::nullopt;
    }
    if (record.size > max_article_bytes_) return reject(record, reason_too_large(record));
    return read_page(record, record.block, type, {});
  }
  ++(kind == "revisit" ? passed_over_.revisits : passed_over_.others);
  return std::nullopt;
}

std::optional<Record> WarcReader::read_response(WarcRecord& record) {
  constexpr int kOk = 200;
  constexpr int kNonAuthoritative = 203;
  if (!is_http(record) || is_robots_file(url_of(record))) {
    ++passed_over_.others;
    return std::nullopt;
  }
  const HttpResponse response = read_http_response(record.block);
  if (response.status != kOk && response.status != kNonAuthoritative) {
    ++passed_over_.statuses;
    return std::nullopt;
  }
  std::string_view type = response.fields["content-type"];
  if (type.empty()) type = sniffed_type(response.body);
  const std::string media = media_type(type).type;
  if (!is_html(media) && media != "text/plain") {
    ++passed_over_.types;
    return std::nullopt;
  }
  if (record.size > max_article_bytes_) return reject(record, reason_too_large(record));
  const DecodedBody body = decode_body(response, max_article_bytes_);
  if (!body.fault.empty() && body.bytes.empty()) return reject(record, body.fault);
  return read_page(record, body.bytes, type, body.fault);
}

Record WarcReader::read_page(WarcRecord& record, const std::string& bytes,
                             std::string_view content_type, const std::string& cut_off) const {
  const MediaType media = media_type(content_type);
  const std::string url = url_of(record);
  auto page = is_html(media.type) ? read_html_page({bytes, media.charset, url})
                                  : read_text_page(bytes, media.charset);
  if (auto* reason = std::get_if<std::string>(&page)) return reject(record, *reason);
  auto& read = std::get<ReadArticle>(page);
  read.origin.file = file_;
  read.origin.record = record.number;
  if (read.article.url.empty()) read.article.url = url;
  set_extra(read.article, "captured", field(record, "warc-date"));
  const std::string truncated = field(record, "warc-truncated");
  set_extra(read.article, "truncated", truncated.empty() ? cut_off : truncated);
  return std::move(read);
}

Rejection WarcReader::reject(WarcRecord& record, const std::string& reason) const {
  std::string name = url_of(record);
  if (name.empty()) name = field(record, "warc-record-id");
  Rejection rejection;
  rejection.origin.file = file_;
  rejection.origin.record = record.number;
  rejection.reason = reason;
  if (!name.empty()) {
    const std::string_view shown = analyzers::beginning_within(name, kUrlInMessage);
    rejection.reason.append(" (").append(shown).append(")");
  }
  rejection.record = std::move(record.block);
  return rejection;
}

std::string WarcReader::reason_too_large(const WarcRecord& record) const {
  return "a record of " + std::to_string(record.size) + " bytes, more than the " +
         std::to_string(max_article_bytes_) + " that are allowed (--max-article)";
}

std::optional<Record> WarcReader::finish() {
  finished_ = true;
  std::string reason;
  if (!input_->failure().empty()) {
    reason = records_ == 0 ? input_->failure() + "; nothing could be read"
                           : input_->failure() + " after record " + std::to_string(records_ - 1) +
                                 "; what came before is kept";
  } else if (!any_page_) {
    reason = "it holds no pages: none of its " + std::to_string(records_) +
             " records is HTML or text of status 200";
  } else {
    return std::nullopt;
  }
  Rejection rejection;
  rejection.origin.file = file_;
  rejection.reason = std::move(reason);
  return rejection;
}

}  // namespace warraq::corpus
