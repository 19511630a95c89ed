#include "corpus/warc/http.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "corpus/article/text.h"
#include "corpus/warc/content_coding.h"

namespace warraq::corpus {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// The data of a chunked body (RFC 9112, 7.1); nothing where its sizes are not right, but that a
/// last chunk may be cut off or missing.
std::optional<std::string> without_chunks(std::string_view body) {
  std::string data;
  while (!body.empty()) {
    const std::size_t line_end = body.find('\n');
    if (line_end == kNone) return std::nullopt;
    const std::string_view size_text = trimmed(body.substr(0, std::min(body.find(';'), line_end)));
    std::uint64_t size = 0;
    const char* const end = size_text.data() + size_text.size();
    const auto [last, error] = std::from_chars(size_text.data(), end, size, 16);
    if (error != std::errc() || last != end) return std::nullopt;
    if (size == 0) return data;
    body.remove_prefix(line_end + 1);
    data += body.substr(0, std::min<std::uint64_t>(size, body.size()));
    body.remove_prefix(static_cast<std::size_t>(std::min<std::uint64_t>(size, body.size())));
    if (body.starts_with('\r')) body.remove_prefix(1);
    if (body.starts_with('\n')) {
      body.remove_prefix(1);
    } else if (!body.empty()) {
      return std::nullopt;
    }
  }
  return data;
}

bool names(std::string_view field, std::string_view coding) {
  const auto found = std::search(field.begin(), field.end(), coding.begin(), coding.end(),
                                 [](char c, char wanted) { return lower_ascii(c) == wanted; });
  return found != field.end();
}

}  // namespace

HttpResponse read_http_response(std::string_view message) {
  HttpResponse response;
  response.body = message;
  if (!message.starts_with("HTTP/")) return response;
  const std::size_t line_end = message.find('\n');
  if (line_end == kNone) return response;
  const std::string_view line = message.substr(0, line_end);
  const std::size_t status = line.find_first_not_of(' ', std::min(line.find(' '), line.size()));
  if (status != kNone) {
    std::from_chars(line.data() + status, line.data() + line.size(), response.status);
  }
  response.fields = NamedFields(message.substr(line_end + 1));
  response.body = message.substr(line_end + 1 + response.fields.size());
  return response;
}

DecodedBody decode_body(const HttpResponse& response, std::size_t limit) {
  std::string_view body = response.body;
  std::string joined;
  if (names(response.fields["transfer-encoding"], "chunked")) {
    if (std::optional<std::string> data = without_chunks(body)) {
      joined = *std::move(data);
      body = joined;
    }
  }
  const std::string_view coding = response.fields["content-encoding"];
  if (names(coding, "br")) return decode_brotli(body, limit);
  if (names(coding, "gzip") || names(coding, "deflate")) return decode_deflate(body, limit);
  if (names(coding, "zstd") || names(coding, "compress")) {
    return {{}, "its content is encoded as " + std::string(coding) + ", which is not read"};
  }
  return {std::string(body), {}};
}

}  // namespace warraq::corpus
