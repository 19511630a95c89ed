// Any bytes as what a client sends: read as requests of HTTP, in one piece and in many, which must
// come to the same; each request that can be read is answered out of a small archive, and the
// answer must be whole and well formed. The first byte says how the rest is cut. Bytes that begin
// with a brace are a request as JSON besides. Seeds are in seeds/http, tokens in http.dict.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/request/json_request.h"
#include "searcher/request/read_request.h"
#include "searcher/serve/http/compression.h"
#include "searcher/serve/http/request_reader.h"
#include "searcher/serve/http/target.h"
#include "searcher/serve/http/work.h"
#include "searcher/serve/search_responder.h"
#include "tests/searcher/test_archive.h"
#include "warraq/analyzers/utf8.h"
#include "warraq/error.h"

namespace {

using namespace warraq;
using namespace warraq::searcher::serve;

// Small, so that the fuzzer gets past them.
constexpr MessageLimits kLimits = {1024, 1024, 256};
constexpr int kMostRequests = 4;  // of an input, answered

void require(bool condition, std::string_view what) {
  if (condition) return;
  std::fprintf(stderr, "broken: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

bool is_utf8(std::string_view text) { return analyzers::valid_utf8_length(text) == text.size(); }

// ---- Reading

struct Reading {
  std::vector<HttpRequest> requests;
  std::optional<Refusal> refusal;  ///< of what follows them
};

bool equal(const HttpRequest& a, const HttpRequest& b) {
  return a.method == b.method && a.target == b.target && a.headers == b.headers;
}

// As a connection does: what the reader leaves is shown again with more behind it. Pieces have 1 to
// `most` bytes; 0: one piece.
Reading read_all(std::string_view bytes, std::size_t most) {
  Reading result;
  std::optional<RequestReader> reader;
  std::string unread;
  std::size_t size = most;
  while (!bytes.empty() || !unread.empty()) {
    size = most == 0 ? bytes.size() : size * 5 % most + 1;
    unread += bytes.substr(0, size);
    bytes.remove_prefix(std::min(size, bytes.size()));
    bool went_on = true;
    while (went_on && !unread.empty()) {
      if (!reader) reader.emplace(kLimits);
      const std::size_t taken = reader->read(unread);
      require(taken <= unread.size(), "no more is taken than there is");
      unread.erase(0, taken);
      if (reader->refusal()) {
        result.refusal = reader->refusal();
        return result;
      }
      went_on = reader->done();
      static_cast<void>(reader->takes_continue());
      if (!went_on) break;
      result.requests.push_back(reader->request());
      if (reader->is_last()) return result;
      reader.reset();
    }
    if (bytes.empty()) break;
  }
  return result;
}

// Limits may be noticed earlier or later, but what is a request must not depend on how it came.
void require_same(const Reading& a, const Reading& b) {
  for (std::size_t i = 0; i < std::min(a.requests.size(), b.requests.size()); ++i) {
    require(equal(a.requests[i], b.requests[i]), "the same requests however they come");
  }
  for (const auto& [less, more] : {std::pair(&a, &b), std::pair(&b, &a)}) {
    if (less->requests.size() >= more->requests.size()) continue;
    require(less->refusal && less->refusal->status != 400, "as many requests however they come");
  }
}

// ---- Answering

std::vector<corpus::Article> articles() {
  using tests::article;
  std::vector<corpus::Article> result = {
      article("harbour", "إعادة فتح الميناء", "أعيد فتح ميناء المدينة أمام سفن الصيد صباح الأحد.",
              "2018-03-04"),
      article("library", "المكتبة العامة تستقبل زوارها",
              "فتحت المكتبة أبوابها بعد الترميم، وقال مديرها: «الكتب في انتظاركم».", "2019-05-01"),
      article("خبر/عاجل?#%", "الميناء مغلق <script>alert(1)</script>",
              "أغلق الميناء بسبب الرياح القوية. \xE2\x80\xAE"
              "abc & \"d\"\n\nفقرة ثانية.",
              "2019-06-02"),
  };
  for (corpus::Article& each : result) each.source = "جريدة الاختبار";
  result[0].category = "محليات";
  result[1].author = "هدى & ليلى";
  return result;
}

struct Server {
  tests::TestArchive archive{articles()};
  ServeOptions options;
  std::optional<SearchResponder> responder;
};

Server& server() {
  // Lives as long as the process; its folder is under TMPDIR.
  static Server& made = [&]() -> Server& {
    auto* server = new Server;
    server->options.archive = server->archive.path();
    server->responder.emplace(server->options);
    return *server;
  }();
  return made;
}

class KeptBody : public BodyWriter {
 public:
  bool write(std::string_view piece) override {
    text += piece;
    return true;
  }
  std::string text;
};

bool begins(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

void require_head(std::string_view head) {
  require(begins(head, "HTTP/1.1 "), "a line with the status");
  require(head.find("\r\n\r\n") == head.size() - 4, "one empty line, at the head's end");
  for (std::size_t at = 0; at + 2 < head.size();) {
    const std::size_t end = head.find("\r\n", at);
    const std::string_view line = head.substr(at, end - at);
    require(line.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos,
            "no line end in a header");
    require(at == 0 || line.find(": ") != std::string_view::npos, "a header's name");
    at = end + 2;
  }
}

void require_body(const HttpAnswer& answer, const std::string& body) {
  require(is_utf8(body), "a body of whole characters");
  if (begins(answer.content_type, "application/json")) {
    require(nlohmann::json::accept(body), "a body of JSON");
  }
  if (begins(answer.content_type, "text/html")) {
    require(body.find("<script>alert") == std::string::npos, "an article's text is escaped");
    require(body.find("</html>") != std::string::npos, "a page with its end");
  }
}

void require_answered(const HttpRequest& request) {
  HttpAnswer answer = server().responder->answer(request);
  require(answer.status >= 200 && answer.status < 505 && answer.status != 500, "a status");
  require(answer.status != 503, "an archive that can be read");
  require(answer.status == 304 || !answer.content_type.empty(), "a type of content");
  std::string body = answer.body;
  if (answer.stream) {
    KeptBody kept;
    answer.stream(kept);
    body += kept.text;
  }
  require_body(answer, body);
  compress(request, answer);
  Job job;
  job.request = request;
  set_answer(job, std::move(answer), "Server: fuzzed\r\n");
  require_head(job.head);
}

void require_target(HttpRequest request) {
  if (const auto refusal = read_target(request)) {
    require(refusal->status == 400 || refusal->status == 404, "a target's refusal");
    return;
  }
  require(is_utf8(request.path), "a path of whole characters");
  require(request.path.find('\0') == std::string::npos, "a path without NUL");
  for (const std::string& segment : request.segments) {
    require(is_utf8(segment), "a segment of whole characters");
    require(!segment.empty() && segment != "." && segment != "..", "a segment that is a name");
  }
  for (const auto& [name, value] : request.parameters.entries()) {
    require(is_utf8(name) && is_utf8(value), "a parameter of whole characters");
  }
  const std::string& method = request.method;
  if (method == "GET" || method == "HEAD" || method == "OPTIONS") require_answered(request);
}

void read_json(std::string_view line) {
  std::string id;
  try {
    const auto parameters = searcher::read_json_request(line, {}, id);
    static_cast<void>(
        searcher::read_request(parameters, server().options.limits, searcher::Naming::parameter));
    for (const auto& [name, value] : parameters.entries()) {
      require(is_utf8(name) && is_utf8(value), "a parameter of whole characters");
    }
  } catch (const Error& error) {
    require(is_utf8(error.what()), "an error of whole characters");
  }
  require(is_utf8(id), "an id of whole characters");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.empty()) return 0;
  if (bytes.front() == '{') read_json(bytes);
  const std::string_view sent = bytes.substr(1);
  const Reading whole = read_all(sent, 0);
  require_same(whole, read_all(sent, data[0] % 61 + 1));
  const std::size_t answered = std::min<std::size_t>(whole.requests.size(), kMostRequests);
  for (std::size_t i = 0; i < answered; ++i) require_target(whole.requests[i]);
  return 0;
}
