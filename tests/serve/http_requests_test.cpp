// Requests as clients and attackers put them, over real sockets.
#include <doctest/doctest.h>
#include <libdeflate.h>

#include <string>

#include "tests/serve/http_client.h"
#include "tests/serve/test_server.h"

namespace warraq::tests {
namespace {

HttpAnswer echo(const HttpRequest& request) { return text(request.method + ' ' + request.path); }

const std::string kHost = "Host: warraq.example\r\n";

// The status that the server gives to a request, after which it still answers others.
unsigned status_of(const TestServer& server, const std::string& request) {
  const unsigned status = ask(server.port(), request).status;
  CHECK(ask(server.port(), get("/after")).body == "GET /after");
  return status;
}

std::string inflate(const std::string& bytes) {
  std::string out(1 << 20, '\0');
  std::size_t size = 0;
  libdeflate_decompressor* decompressor = libdeflate_alloc_decompressor();
  const auto result = libdeflate_gzip_decompress(decompressor, bytes.data(), bytes.size(),
                                                 out.data(), out.size(), &size);
  libdeflate_free_decompressor(decompressor);
  CHECK(result == LIBDEFLATE_SUCCESS);
  out.resize(size);
  return out;
}

}  // namespace

TEST_CASE("a request is answered, with what every answer has") {
  auto options = TestServer::options();
  options.headers = {{"X-Content-Type-Options", "nosniff"}};
  TestServer server(echo, options);
  const Received answer = ask(server.port(), get("/القدس"));
  CHECK(answer.status == 200);
  CHECK(answer.body == "GET /القدس");
  CHECK(answer.header("server") == "warraq");
  CHECK(answer.header("date").size() == 29);
  CHECK(answer.header("x-content-type-options") == "nosniff");
  CHECK(ask(server.port(), "nonsense\r\n\r\n").header("x-content-type-options") == "nosniff");
}

TEST_CASE("HEAD is GET without the body, its length included") {
  TestServer server(echo);
  HttpClient client(server.port());
  client.send("HEAD /a HTTP/1.1\r\n" + kHost + "\r\n" + get("/b"));
  const Received head = client.receive(true);
  CHECK(head.status == 200);
  CHECK(head.header("content-length") == "7");
  CHECK(client.receive().body == "GET /b");
}

TEST_CASE("connections stay open where both sides want it") {
  TestServer server(echo);
  HttpClient client(server.port());
  for (int i = 0; i < 3; ++i) {
    client.send(get("/a"));
    CHECK(client.receive().header("connection").empty());
  }
  client.send(get("/a", "Connection: close\r\n"));
  CHECK(client.receive().header("connection") == "close");
  CHECK(client.is_closed());

  HttpClient old(server.port());
  old.send("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  CHECK(old.receive().header("connection") == "keep-alive");
  old.send("GET /b HTTP/1.0\r\n\r\n");
  CHECK(old.receive().body == "GET /b");
  CHECK(old.is_closed());
}

TEST_CASE("other methods are told which there are") {
  TestServer server(echo);
  for (const std::string method : {"POST", "PUT", "DELETE", "TRACE", "PATCH", "BREW"}) {
    const Received answer = ask(server.port(), method + " / HTTP/1.1\r\n" + kHost + "\r\n");
    CHECK(answer.status == 405);
    CHECK(answer.header("allow") == "GET, HEAD, OPTIONS");
  }
  CHECK(ask(server.port(), "CONNECT a:80 HTTP/1.1\r\n" + kHost + "\r\n").status == 405);
  CHECK(ask(server.port(), "OPTIONS * HTTP/1.1\r\n" + kHost + "\r\n").status == 200);
}

TEST_CASE("bodies are dropped, and what comes behind them is the next request") {
  TestServer server(echo);
  HttpClient client(server.port());
  client.send("GET /a HTTP/1.1\r\n" + kHost + "Content-Length: 5\r\n\r\nabcde" +
              "POST /b HTTP/1.1\r\n" + kHost +
              "Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n0\r\nHost: b\r\n\r\n" + get("/c"));
  CHECK(client.receive().body == "GET /a");
  CHECK(client.receive().status == 405);
  CHECK(client.receive().body == "GET /c");
}

TEST_CASE("a client that waits to be told to go on is told") {
  TestServer server(echo);
  HttpClient client(server.port());
  client.send("GET /a HTTP/1.1\r\n" + kHost + "Content-Length: 3\r\nExpect: 100-continue\r\n\r\n");
  CHECK(client.receive().status == 100);
  client.send("abc");
  CHECK(client.receive().body == "GET /a");

  HttpClient big(server.port());
  big.send("GET /a HTTP/1.1\r\n" + kHost +
           "Content-Length: 999999\r\nExpect: 100-continue\r\n\r\n");
  CHECK(big.receive().status == 413);
  CHECK(status_of(server, "GET /a HTTP/1.1\r\n" + kHost + "Expect: tea\r\n\r\n") == 417);
}

TEST_CASE("what two readers could read as different requests is refused, and ends the connection") {
  TestServer server(echo);
  const std::string first = "GET /a HTTP/1.1\r\n" + kHost;
  for (const std::string headers : {
           "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
           "Content-Length: 5, 6\r\n\r\nabcdef",
           "Content-Length: +5\r\n\r\nabcde",
           "Content-Length: -5\r\n\r\nabcde",
           "Content-Length: 0x5\r\n\r\nabcde",
           "Content-Length: 5 5\r\n\r\nabcde",
           "Content-Length:\r\n\r\n",
           "Content-Length: 99999999999999999999999\r\n\r\n",
           "Content-Length : 5\r\n\r\nabcde",
           "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
           "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
           "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
           "Transfer-Encoding: identity\r\n\r\n",
           "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
           "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
           "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
           "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
           "Transfer-Encoding: \x0b"
           "chunked\r\n\r\n0\r\n\r\n",
           "Transfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n0\r\n\r\n",
           "Transfer-Encoding: chunked\r\n\r\n-1\r\nabc\r\n0\r\n\r\n",
           "Transfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
           "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nabc\r\n0\r\n\r\n",
       }) {
    CAPTURE(headers);
    HttpClient client(server.port());
    client.send(first + headers + get("/smuggled"));
    const Received answer = client.receive();
    const bool refused = answer.status == 400 || answer.status == 413;
    CHECK(refused);
    CHECK(answer.header("connection") == "close");
    CHECK(client.receive_all().empty());
  }
  CHECK(ask(server.port(), first + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nabcde").status ==
        200);
  CHECK(status_of(server, "GET /a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n") == 400);
  for (const auto& exchange : server.exchanges(1)) CHECK(exchange.path != "/smuggled");
}

TEST_CASE("what is no request of HTTP/1.1 is refused") {
  TestServer server(echo);
  CHECK(status_of(server, "GET /a HTTP/1.1\r\n\r\n") == 400);
  CHECK(status_of(server, "GET /a HTTP/1.1\r\n" + kHost + kHost + "\r\n") == 400);
  CHECK(status_of(server, "GET /a HTTP/2.0\r\n" + kHost + "\r\n") == 505);
  CHECK(status_of(server, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") == 505);
  CHECK(status_of(server, "GET /a HTTP/1.1\n" + kHost + "\n\n") == 400);
  CHECK(status_of(server, "GET /a\r\n" + kHost + "\r\n") == 400);
  CHECK(status_of(server, "GET  /a HTTP/1.1\r\n" + kHost + "\r\n") == 400);
  CHECK(status_of(server, "GET /a b HTTP/1.1\r\n" + kHost + "\r\n") == 400);
  CHECK(status_of(server, "GET /a HTTP/1.1\r\n" + kHost + "no colon\r\n\r\n") == 400);
  CHECK(status_of(server, "GET /a HTTP/1.1\r\n" + kHost + ": no name\r\n\r\n") == 400);
  CHECK(status_of(server, "GET /a HTTP/1.1\r\n" + kHost + "a: \x01\r\n\r\n") == 400);
  CHECK(status_of(server, std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) +
                              "\r\n\r\n") == 400);
  CHECK(status_of(server, std::string("GET /\0 HTTP/1.1\r\n", 17) + kHost + "\r\n") == 400);
  CHECK(status_of(server, get("/../etc/passwd")) == 400);
  CHECK(status_of(server, get("/%2e%2e/%2e%2e/etc/passwd")) == 400);
  CHECK(status_of(server, get("/%")) == 400);
  CHECK(status_of(server, get("/%00")) == 400);
  CHECK(status_of(server, get("/?query=%FF")) == 400);
}

TEST_CASE("lines of an answer cannot be forged by what a request says") {
  TestServer server([](const HttpRequest& request) {
    HttpAnswer answer = text("done");
    answer.headers.emplace_back("X-Id", request.segments.at(0));
    return answer;
  });
  const Received answer = ask(server.port(), get("/a%0d%0aSet-Cookie:%20b"));
  CHECK(answer.header("x-id") == "a  Set-Cookie: b");
  CHECK(answer.header("set-cookie").empty());
}

TEST_CASE("long texts are compressed for those who take it") {
  const std::string body(5'000, 'a');
  TestServer server([&](const HttpRequest& /*request*/) {
    HttpAnswer answer = text(body);
    answer.headers.emplace_back("ETag", "\"1\"");
    return answer;
  });
  const Received plain = ask(server.port(), get("/"));
  CHECK(plain.body == body);
  CHECK(plain.header("vary") == "Accept-Encoding");
  CHECK(plain.header("etag") == "\"1\"");
  const Received packed = ask(server.port(), get("/", "Accept-Encoding: br, GZIP;q=0.8\r\n"));
  CHECK(packed.header("content-encoding") == "gzip");
  CHECK(packed.header("etag") == "W/\"1\"");
  CHECK(inflate(packed.body) == body);
  CHECK(ask(server.port(), get("/", "Accept-Encoding: gzip;q=0\r\n")).body == body);
  CHECK(ask(server.port(), get("/", "Accept-Encoding: xgzip\r\n")).body == body);
}

TEST_CASE("of two tokens neither counts") {
  TestServer server([](const HttpRequest&) { return text("fine"); });
  CHECK(ask(server.port(), get("/", "Authorization: Bearer a\r\n")).status == 200);
  const std::string twice = "Authorization: Bearer a\r\nauthorization: Bearer b\r\n";
  CHECK(ask(server.port(), get("/", twice)).status == 400);
}

}  // namespace warraq::tests
