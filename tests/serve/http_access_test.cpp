// Who may ask, what health and metrics say, and what is logged.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "searcher/serve/access_log.h"
#include "searcher/serve/gate.h"
#include "searcher/serve/metrics.h"
#include "searcher/serve/tokens.h"
#include "tests/corpus/support/temp_folder.h"
#include "warraq/error.h"

namespace {

using namespace std::chrono_literals;
using namespace warraq::searcher::serve;
using Json = nlohmann::json;
using warraq::tests::TempFolder;

constexpr std::string_view kFirst = "0123456789abcdef0123456789abcdef";
constexpr std::string_view kSecond = "fedcba9876543210fedcba9876543210";

Gate open_gate() {
  Gate gate;
  gate.is_stopping = [] { return false; };
  gate.archive = [] { return ArchiveFigures{true, 3, {}}; };
  gate.metrics = [] { return std::string("figures\n"); };
  return gate;
}

Gate closed_gate() {
  Gate gate = open_gate();
  gate.tokens = Tokens::read(
      "# of the desk\n  " + std::string(kFirst) + "  \r\n\n" + std::string(kSecond) + "\n",
      "tokens");
  return gate;
}

HttpRequest request(std::string path, std::string authorization = {}) {
  HttpRequest result;
  result.method = "GET";
  result.path = std::move(path);
  if (!authorization.empty()) result.headers.emplace_back("authorization", authorization);
  return result;
}

std::string header(const HttpAnswer& answer, std::string_view name) {
  for (const auto& [known, value] : answer.headers) {
    if (known == name) return value;
  }
  return {};
}

Exchange exchange(std::string route, unsigned status, std::chrono::microseconds total) {
  Exchange result;
  result.client = "127.0.0.1";
  result.method = "GET";
  result.path = "/v1/articles/سري";
  result.query = "القدس";
  result.route = std::move(route);
  result.status = status;
  result.bytes = 100;
  result.total = total;
  return result;
}

std::string read(const std::string& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool has_line(const std::string& text, const std::string& line) {
  return ('\n' + text).find('\n' + line + '\n') != std::string::npos;
}

}  // namespace

TEST_CASE("each of the tokens lets in, and nothing else does") {
  const Gate gate = closed_gate();
  const auto status = [&](const std::string& authorization) {
    return gate.answer(request("/v1/search", authorization)).status;
  };
  CHECK(status("Bearer " + std::string(kFirst)) == 0);
  CHECK(status("bearer  " + std::string(kSecond) + ' ') == 0);
  CHECK(status("") == 401);
  CHECK(status("Bearer") == 401);
  CHECK(status("Bearer ") == 401);
  CHECK(status("Basic " + std::string(kFirst)) == 401);
  CHECK(status(std::string(kFirst)) == 401);
  CHECK(status("Bearer " + std::string(kFirst).substr(1)) == 401);
  CHECK(status("Bearer " + std::string(kFirst) + "0") == 401);
  CHECK(status("Bearer " + std::string(kFirst) + std::string(kFirst)) == 401);
  CHECK(status("Bearer " + std::string(kFirst.substr(0, 31)) + "e") == 401);
  CHECK(status("Bearer of the desk") == 401);
}

TEST_CASE("who has no token is told how to ask, and health and preflights need none") {
  const Gate gate = closed_gate();
  const HttpAnswer missing = gate.answer(request("/"));
  CHECK(header(missing, "WWW-Authenticate") == "Bearer realm=\"warraq\"");
  const HttpAnswer wrong = gate.answer(request("/", "Bearer nonsense"));
  CHECK(header(wrong, "WWW-Authenticate").find("invalid_token") != std::string::npos);
  CHECK(wrong.body.find("nonsense") == std::string::npos);
  CHECK(gate.answer(request("/metrics")).status == 401);
  CHECK(gate.answer(request("/healthz")).status == 200);
  CHECK(gate.answer(request("/readyz")).status == 200);
  HttpRequest preflight = request("/v1/search");
  preflight.method = "OPTIONS";
  CHECK(gate.answer(preflight).status == 204);
}

TEST_CASE("tokens that are no secret are refused, naming the line and not the token") {
  for (const std::string text :
       {"", "# none\n", "short\n", "0123456789abcde\n", "0123456789abcde \n",
        "0123456789abcdef 0123456789abcdef\n", "كلمة السر الطويلة جدا\n"}) {
    CHECK_THROWS_AS(Tokens::read(text, "tokens"), warraq::Error);
  }
  try {
    static_cast<void>(Tokens::read(std::string(kFirst) + "\nsecret\n", "tokens"));
    FAIL("it is taken");
  } catch (const warraq::Error& error) {
    CHECK(std::string(error.what()).find("line 2") != std::string::npos);
    CHECK(std::string(error.what()).find("secret") == std::string::npos);
  }
}

TEST_CASE("without tokens everybody may ask") {
  const Gate gate = open_gate();
  CHECK(gate.answer(request("/v1/search")).status == 0);
  CHECK(gate.answer(request("/metrics")).body == "figures\n");
}

TEST_CASE("a name that is not expected is none to be asked by") {
  Gate gate = open_gate();
  const auto status = [&](const std::string& host, std::string path = "/v1/search") {
    HttpRequest asked = request(std::move(path));
    if (!host.empty()) asked.headers.emplace_back("host", host);
    return gate.answer(asked).status;
  };
  CHECK(status("rebound.example") == 0);
  gate.hosts = {"News.Example.org"};
  for (const std::string host :
       {"127.0.0.1:8080", "127.0.0.1", "localhost", "LocalHost:80", "localhost.", "[::1]:8080",
        "[::1]", "192.0.2.7", "news.example.org", "NEWS.example.org:443", ""}) {
    CAPTURE(host);
    CHECK(status(host) == 0);
  }
  for (const std::string host :
       {"rebound.example", "localhost.example:8080", "127.0.0.1.example",
        "127.0.0.1@rebound.example", "[::1", "[]", ":8080", "a/localhost"}) {
    CAPTURE(host);
    CHECK(status(host) == 421);
    CHECK(status(host, "/readyz") == 200);
  }
}

TEST_CASE("readiness follows the archive and the end of the server") {
  Gate gate = open_gate();
  bool stopping = false;
  bool readable = true;
  gate.is_stopping = [&] { return stopping; };
  gate.archive = [&] { return ArchiveFigures{readable, 3, {}}; };
  CHECK(gate.answer(request("/readyz")).status == 200);
  readable = false;
  CHECK(gate.answer(request("/readyz")).status == 503);
  readable = true;
  stopping = true;
  CHECK(gate.answer(request("/readyz")).status == 503);
  CHECK(gate.answer(request("/healthz")).status == 200);
}

TEST_CASE("other origins may ask only where they are named") {
  Gate gate = open_gate();
  HttpRequest preflight = request("/v1/search");
  preflight.method = "OPTIONS";
  CHECK(header(gate.answer(preflight), "Access-Control-Allow-Methods").empty());
  for (const auto& [name, value] : headers_of_all("")) {
    CHECK(name.find("Access-Control") == std::string::npos);
  }
  gate.allowed_origin = "https://desk.example";
  CHECK(header(gate.answer(preflight), "Access-Control-Allow-Methods") == "GET, HEAD");
  HttpAnswer all;
  all.headers = headers_of_all(gate.allowed_origin);
  CHECK(header(all, "Access-Control-Allow-Origin") == "https://desk.example");
}

TEST_CASE("metrics are in the format of Prometheus, and add up") {
  Metrics metrics;
  metrics.add(exchange("/v1/search", 200, 2ms));
  metrics.add(exchange("/v1/search", 200, 30ms));
  metrics.add(exchange("/v1/search", 400, 60s));
  metrics.add(exchange("a\"b\\c\nd", 200, 1ms));
  ServerFigures server;
  server.queued = 7;
  server.workers = 2;
  server.stream_workers = 4;
  ArchiveFigures archive{true, 40'002, {}};
  archive.state.live_revision = 5;
  const std::string text = metrics.text(server, archive);
  const std::string name = "warraq_http_request_duration_seconds";
  CHECK(has_line(text, R"(warraq_http_requests_total{route="/v1/search",status="200"} 2)"));
  CHECK(has_line(text, R"(warraq_http_requests_total{route="/v1/search",status="400"} 1)"));
  CHECK(has_line(text, R"(warraq_http_requests_total{route="a\"b\\c\nd",status="200"} 1)"));
  CHECK(has_line(text, name + R"(_bucket{route="/v1/search",le="0.001"} 0)"));
  CHECK(has_line(text, name + R"(_bucket{route="/v1/search",le="0.0025"} 1)"));
  CHECK(has_line(text, name + R"(_bucket{route="/v1/search",le="0.05"} 2)"));
  CHECK(has_line(text, name + R"(_bucket{route="/v1/search",le="5"} 2)"));
  CHECK(has_line(text, name + R"(_bucket{route="/v1/search",le="+Inf"} 3)"));
  CHECK(has_line(text, name + R"(_count{route="/v1/search"} 3)"));
  CHECK(has_line(text, name + R"(_sum{route="/v1/search"} 60.032)"));
  CHECK(has_line(text, "warraq_http_queued_requests 7"));
  CHECK(has_line(text, "warraq_http_workers 2"));
  CHECK(has_line(text, "warraq_http_export_workers 4"));
  CHECK(has_line(text, "warraq_archive_articles 40002"));
  CHECK(text.find("lost_lines") == std::string::npos);
  CHECK(has_line(metrics.text(server, archive, 3), "warraq_access_log_lost_lines_total 3"));
  CHECK(has_line(text, "warraq_archive_live_revision 5"));
  // Each name has its type before its first sample, once.
  std::istringstream in(text);
  std::string type_of;
  for (std::string line; std::getline(in, line);) {
    CAPTURE(line);
    if (line.rfind("# TYPE ", 0) == 0) {
      const std::string described = line.substr(7, line.find(' ', 7) - 7);
      CHECK(text.find("# TYPE " + described + ' ') == text.rfind("# TYPE " + described + ' '));
      type_of = described;
    } else if (line[0] != '#') {
      CHECK(line.rfind(type_of, 0) == 0);
      CHECK(line.find_last_of(' ') + 1 < line.size());
    }
  }
}

TEST_CASE("the log says nothing of what is searched for unless asked to") {
  const TempFolder folder;
  const std::string file = folder / "access.log";
  { AccessLog(file, false).add(exchange("/v1/articles/{id}", 200, 1500us)); }
  const std::string text = read(file);
  const Json line = Json::parse(text);
  CHECK(line["route"] == "/v1/articles/{id}");
  CHECK(line["status"] == 200);
  CHECK(line["client"] == "127.0.0.1");
  CHECK(line["bytes"] == 100);
  CHECK(line["total"] == 1500);
  CHECK(line["time"].get<std::string>().size() == 24);
  CHECK(text.find("القدس") == std::string::npos);
  CHECK(text.find("سري") == std::string::npos);

  Exchange hostile = exchange("/", 400, 1us);
  hostile.method = "GET\"}\n{";
  hostile.query = "\xff\n\"";
  { AccessLog(file, true).add(hostile); }
  std::istringstream in(read(file));  // appended: one line each
  std::string second;
  std::getline(in, second);
  std::getline(in, second);
  CHECK(Json::parse(second)["method"] == hostile.method);
  CHECK(Json::parse(second)["path"] == hostile.path);
  CHECK(in.peek() == EOF);
  CHECK_THROWS_AS(AccessLog("/nowhere/access.log", false), warraq::Error);
}
