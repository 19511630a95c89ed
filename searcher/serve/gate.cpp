#include "searcher/serve/gate.h"

#include "searcher/serve/hosts.h"
#include "searcher/serve/refusals.h"

namespace warraq::searcher::serve {
namespace {

constexpr Refusal kOtherHost = {
    421, "this server is not asked by this name",
    "start it with --host and the name, or have the proxy send 'Host: localhost'"};

HttpAnswer text_answer(unsigned status, std::string route, std::string body) {
  HttpAnswer answer;
  answer.status = status;
  answer.content_type = "text/plain; charset=utf-8";
  answer.headers.emplace_back("Cache-Control", "no-store");
  answer.body = std::move(body);
  answer.route = std::move(route);
  return answer;
}

// Preflight (Fetch, 3.2.2) and what OPTIONS asks otherwise.
HttpAnswer options_answer(const std::string& allowed_origin) {
  HttpAnswer answer;
  answer.status = 204;
  answer.route = "OPTIONS";
  answer.headers.emplace_back("Allow", "GET, HEAD, OPTIONS");
  if (allowed_origin.empty()) return answer;
  answer.headers.emplace_back("Access-Control-Allow-Methods", "GET, HEAD");
  answer.headers.emplace_back("Access-Control-Allow-Headers", "Authorization, If-None-Match");
  answer.headers.emplace_back("Access-Control-Max-Age", "86400");
  return answer;
}

HttpAnswer ready_answer(const Gate& gate) {
  const std::string route = "/readyz";
  if (gate.is_stopping()) return text_answer(503, route, "stopping\n");
  if (!gate.archive().readable) return text_answer(503, route, "the archive cannot be read\n");
  return text_answer(200, route, "ready\n");
}

HttpAnswer unauthorized(const HttpRequest& request, Tokens::Verdict verdict) {
  const bool wrong = verdict == Tokens::Verdict::wrong;
  HttpAnswer answer = refusal_answer(
      request,
      {401, wrong ? "this token is not known here" : "this server answers those who have a token",
       "send it as 'Authorization: Bearer TOKEN'"});
  answer.headers.emplace_back(
      "WWW-Authenticate",
      wrong ? R"(Bearer realm="warraq", error="invalid_token")" : R"(Bearer realm="warraq")");
  return answer;
}

}  // namespace

HttpAnswer Gate::answer(const HttpRequest& request) const {
  if (request.method == "OPTIONS") return options_answer(allowed_origin);
  if (request.path == "/healthz") return text_answer(200, "/healthz", "alive\n");
  if (request.path == "/readyz") return ready_answer(*this);
  const std::string_view host = request.header("host");
  if (hosts && !host.empty() && !is_expected_host(host, *hosts)) {
    return refusal_answer(request, kOtherHost);
  }
  if (tokens) {
    const Tokens::Verdict verdict = tokens->judge(request.header("authorization"));
    if (verdict != Tokens::Verdict::admitted) return unauthorized(request, verdict);
  }
  if (request.path == "/metrics") {
    HttpAnswer answer = text_answer(200, "/metrics", metrics());
    answer.content_type = "text/plain; version=0.0.4; charset=utf-8";
    return answer;
  }
  HttpAnswer none;
  none.status = 0;
  return none;
}

std::vector<std::pair<std::string, std::string>> headers_of_all(const std::string& allowed_origin) {
  std::vector<std::pair<std::string, std::string>> headers = {
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "same-origin"},
      {"Cross-Origin-Opener-Policy", "same-origin"}};
  if (allowed_origin.empty()) {
    headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
    return headers;
  }
  headers.emplace_back("Cross-Origin-Resource-Policy", "cross-origin");
  headers.emplace_back("Access-Control-Allow-Origin", allowed_origin);
  headers.emplace_back("Access-Control-Expose-Headers", "Content-Disposition, ETag, Retry-After");
  return headers;
}

}  // namespace warraq::searcher::serve
