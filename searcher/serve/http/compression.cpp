#include "searcher/serve/http/compression.h"

#include <libdeflate.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/article/text.h"

namespace warraq::searcher::serve {
namespace {

constexpr std::size_t kWorthwhile = 1'024;
// 16 KB of JSON in .1 ms.
constexpr int kLevel = 2;

// "gzip;q=0.5" has a weight; one of 0 means: anything but this.
bool is_refused(std::string_view parameters) {
  const std::size_t at = parameters.find("q=");
  if (at == std::string_view::npos) return false;
  const std::string_view weight = corpus::trimmed(parameters.substr(at + 2));
  return !weight.empty() && weight.find_first_not_of("0.") == std::string_view::npos;
}

bool is_text(std::string_view content_type) {
  return content_type.substr(0, 5) == "text/" ||
         content_type.find("json") != std::string_view::npos ||
         content_type.find("javascript") != std::string_view::npos ||
         content_type.find("yaml") != std::string_view::npos ||
         content_type.find("xml") != std::string_view::npos;
}

bool is_encoded(const HttpAnswer& answer) {
  return std::any_of(answer.headers.begin(), answer.headers.end(),
                     [](const auto& header) { return header.first == "Content-Encoding"; });
}

// The same state in other bytes: the tag is weak from now on (RFC 9110, 8.8.3.3).
void weaken_tag(HttpAnswer& answer) {
  for (auto& [name, value] : answer.headers) {
    if (name == "ETag" && value.rfind("W/", 0) != 0) value.insert(0, "W/");
  }
}

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const {
    libdeflate_free_compressor(compressor);
  }
};

libdeflate_compressor* compressor() {
  thread_local const std::unique_ptr<libdeflate_compressor, FreeCompressor> made(
      libdeflate_alloc_compressor(kLevel));
  return made.get();
}

// Empty where it does not get shorter.
std::string gzip(std::string_view text) {
  std::string out;
  if (compressor() == nullptr) return out;
  out.resize(text.size());
  out.resize(
      libdeflate_gzip_compress(compressor(), text.data(), text.size(), out.data(), out.size()));
  return out;
}

}  // namespace

bool takes_gzip(const HttpRequest& request) {
  const std::string accepted = corpus::lower_ascii(request.header("accept-encoding"));
  std::string_view rest = accepted;
  while (!rest.empty()) {
    const std::size_t comma = rest.find(',');
    const std::string_view coding = rest.substr(0, comma);
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    const std::size_t semicolon = coding.find(';');
    if (corpus::trimmed(coding.substr(0, semicolon)) != "gzip") continue;
    return semicolon == std::string_view::npos || !is_refused(coding.substr(semicolon));
  }
  return false;
}

void compress(const HttpRequest& request, HttpAnswer& answer) {
  // What it stands for may be kept in both codings (RFC 9110, 15.4.5).
  if (answer.status == 304) answer.headers.emplace_back("Vary", "Accept-Encoding");
  if (answer.body.size() < kWorthwhile || !is_text(answer.content_type) || is_encoded(answer)) {
    return;
  }
  answer.headers.emplace_back("Vary", "Accept-Encoding");
  if (!takes_gzip(request)) return;
  std::string compressed = gzip(answer.body);
  if (compressed.empty()) return;
  answer.body = std::move(compressed);
  answer.headers.emplace_back("Content-Encoding", "gzip");
  weaken_tag(answer);
}

}  // namespace warraq::searcher::serve
