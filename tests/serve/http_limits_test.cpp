// Too long, too slow, too many: bounded, answered or dropped, and the rest is served on.
#include <doctest/doctest.h>
#include <sys/resource.h>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "tests/serve/http_client.h"
#include "tests/serve/test_server.h"

namespace {

using namespace std::chrono_literals;
using warraq::searcher::serve::HttpAnswer;
using warraq::searcher::serve::HttpRequest;
using warraq::tests::ask;
using warraq::tests::Barrier;
using warraq::tests::get;
using warraq::tests::HttpClient;
using warraq::tests::Received;
using warraq::tests::soon;
using warraq::tests::TestServer;
using warraq::tests::text;

HttpAnswer fine(const HttpRequest& /*request*/) { return text("fine"); }

const std::string kHead = "GET / HTTP/1.1\r\nHost: a\r\n";

}  // namespace

TEST_CASE("long targets, headers and bodies are refused before they are read") {
  auto options = TestServer::options();
  options.target_bytes = 1'000;
  options.header_bytes = 2'000;
  options.body_bytes = 3'000;
  TestServer server(fine, options);
  const auto status = [&](const std::string& request) {
    return ask(server.port(), request).status;
  };
  CHECK(status(get("/" + std::string(998, 'a'))) == 200);
  CHECK(status(get("/" + std::string(1'001, 'a'))) == 414);
  CHECK(status("GET /" + std::string(1'000'000, 'a')) == 414);
  CHECK(status(std::string(1'000'000, 'a')) == 414);
  CHECK(status(kHead + "a: " + std::string(1'500, 'a') + "\r\n\r\n") == 200);
  CHECK(status(kHead + "a: " + std::string(1'000'000, 'a')) == 431);
  std::string many = kHead;
  for (int i = 0; i < 200; ++i) many += "a: b\r\n";
  CHECK(status(many + "\r\n") == 431);
  CHECK(status(kHead + "Content-Length: 3000\r\n\r\n" + std::string(3'000, 'a')) == 200);
  CHECK(status(kHead + "Content-Length: 3001\r\n\r\n" + std::string(3'001, 'a')) == 413);
  const std::string chunk = "800\r\n" + std::string(2'048, 'a') + "\r\n";
  CHECK(status(kHead + "Transfer-Encoding: chunked\r\n\r\n" + chunk + "0\r\n\r\n") == 200);
  CHECK(status(kHead + "Transfer-Encoding: chunked\r\n\r\n" + chunk + chunk + chunk) == 413);
  const unsigned extension =
      status(kHead + "Transfer-Encoding: chunked\r\n\r\n1;" + std::string(1'000'000, 'a'));
  CHECK(extension >= 400);
  CHECK(extension < 500);
  const unsigned trailers =
      status(kHead + "Transfer-Encoding: chunked\r\n\r\n0\r\na: " + std::string(1'000'000, 'a'));
  CHECK(trailers >= 400);
  CHECK(trailers < 500);
  CHECK(server.figures().malformed_requests == 9);
  for (const auto& exchange : server.exchanges(9)) {
    CHECK(exchange.route == (exchange.status == 200 ? "/test" : "none"));
  }
}

TEST_CASE("a request that comes in drops is given up, however many drops there are") {
  auto options = TestServer::options();
  options.read_timeout = 150ms;
  TestServer server(fine, options);
  HttpClient slow(server.port());
  const std::string request = get("/");
  const auto began = std::chrono::steady_clock::now();
  std::thread dripping([&] {
    for (const char c : request) {
      slow.send(std::string_view(&c, 1));
      std::this_thread::sleep_for(10ms);
    }
  });
  CHECK(ask(server.port(), get("/")).status == 200);
  const Received answer = slow.receive();
  const auto took = std::chrono::steady_clock::now() - began;
  dripping.join();
  CHECK(answer.status == 408);
  CHECK(answer.header("connection") == "close");
  CHECK(took >= 150ms);
  CHECK(took < 1500ms);
}

TEST_CASE("a body that never comes is given up") {
  auto options = TestServer::options();
  options.read_timeout = 100ms;
  TestServer server(fine, options);
  HttpClient client(server.port());
  client.send(kHead + "Content-Length: 10\r\n\r\nabc");
  CHECK(client.receive().status == 408);
}

TEST_CASE("idle connections are closed, and so are those that never said anything") {
  auto options = TestServer::options();
  options.idle_timeout = 100ms;
  TestServer server(fine, options);
  HttpClient silent(server.port());
  HttpClient asked(server.port());
  asked.send(get("/"));
  CHECK(asked.receive().status == 200);
  CHECK(silent.is_closed());
  CHECK(asked.is_closed());
  CHECK(soon([&] { return server.figures().connections == 0; }));
}

TEST_CASE("what a client sends on after a refusal is not taken for long") {
  TestServer server(fine);
  HttpClient client(server.port());
  client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
  const std::string chunk = "8000\r\n" + std::string(0x8000, 'a') + "\r\n";
  const auto began = std::chrono::steady_clock::now();
  for (int i = 0; i < 1'000; ++i) client.send(chunk);
  CHECK(soon([&] { return server.figures().connections == 0; }));
  CHECK(std::chrono::steady_clock::now() - began < 900ms);  // lingering goes on for a second
}

TEST_CASE("a client that does not read its answer is dropped") {
  auto options = TestServer::options();
  options.write_timeout = 100ms;
  TestServer server([](const HttpRequest& /*request*/) { return text(std::string(32 << 20, 'a')); },
                    options);
  HttpClient client(server.port());
  client.send(get("/"));
  CHECK(soon([&] { return server.figures().connections == 1; }));
  CHECK(soon([&] { return server.figures().connections == 0; }));
  CHECK_FALSE(client.receive().whole);
  CHECK(server.exchanges(1).at(0).status == 0);
}

TEST_CASE("a client that reads its answer too slowly is dropped, however steadily it reads") {
  const auto answer = [](const HttpRequest& /*request*/) {
    return text(std::string(64 << 20, 'a'));
  };
  const auto reads_to_its_end = [&](std::size_t rate) {
    auto options = TestServer::options();
    options.write_timeout = 600ms;
    options.write_rate = rate;
    TestServer server(answer, options);
    HttpClient client(server.port());
    client.send(get("/"));
    while (client.skip()) std::this_thread::sleep_for(30ms);
    return server.exchanges(1).at(0).status == 200;
  };
  CHECK(reads_to_its_end(1 << 20));
  CHECK_FALSE(reads_to_its_end(std::size_t{1} << 40));
}

TEST_CASE("what the queue does not take is told to come again, at once") {
  auto options = TestServer::options();
  options.queue = 1;
  Barrier barrier;
  TestServer server(
      [&](const HttpRequest& /*request*/) {
        barrier.pass();
        return text("fine");
      },
      options,
      [](const HttpRequest& request) {
        return text("alive", request.path == "/healthz" ? 200 : 0);
      });
  HttpClient first(server.port());
  first.send(get("/"));
  CHECK(soon([&] { return barrier.waiting() == 1; }));
  HttpClient second(server.port());
  second.send(get("/"));
  CHECK(soon([&] { return server.figures().queued == 1; }));
  HttpClient third(server.port());
  third.send(get("/") + get("/healthz"));
  const Received refused = third.receive();
  CHECK(refused.status == 503);
  CHECK(refused.header("retry-after") == "1");
  CHECK(third.receive().body == "alive");  // and may well come again on this connection
  CHECK(server.figures().busy_workers == 1);
  CHECK(server.figures().refused_requests == 1);
  barrier.open();
  CHECK(first.receive().body == "fine");
  CHECK(second.receive().body == "fine");
}

TEST_CASE("what waits too long for a worker is told to come again") {
  auto options = TestServer::options();
  options.queue_timeout = 100ms;
  Barrier barrier;
  TestServer server(
      [&](const HttpRequest& /*request*/) {
        barrier.pass();
        return text("fine");
      },
      options);
  HttpClient first(server.port());
  first.send(get("/"));
  CHECK(soon([&] { return barrier.waiting() == 1; }));
  const Received waited = ask(server.port(), get("/"));
  CHECK(waited.status == 503);
  CHECK(waited.header("retry-after") == "1");
  CHECK(server.figures().queued == 0);
  barrier.open();
  CHECK(first.receive().body == "fine");  // what a worker has already is not given up
}

TEST_CASE("past the limit the connection that was idle longest makes room") {
  auto options = TestServer::options();
  options.connections = 2;
  Barrier barrier;
  TestServer server(
      [&](const HttpRequest& request) {
        if (request.path == "/held") barrier.pass();
        return text("fine");
      },
      options);
  HttpClient oldest(server.port());
  CHECK(soon([&] { return server.figures().connections == 1; }));
  HttpClient held(server.port());
  held.send(get("/held"));
  CHECK(soon([&] { return barrier.waiting() == 1; }));
  HttpClient third(server.port());
  CHECK(oldest.is_closed());
  third.send(get("/held"));
  CHECK(soon([&] { return server.figures().queued == 1; }));

  HttpClient fourth(server.port());  // all are busy
  const Received refused = fourth.receive();
  CHECK(refused.status == 503);
  CHECK(refused.header("retry-after") == "1");
  CHECK(server.figures().refused_connections == 1);
  barrier.open();
  CHECK(held.receive().body == "fine");
  CHECK(third.receive().body == "fine");
}

TEST_CASE("without a free descriptor those that are there are served, and later ones after that") {
  TestServer server(fine);
  HttpClient busy(server.port());
  busy.send(kHead);
  const HttpClient idle(server.port());
  CHECK(soon([&] { return server.figures().connections == 2; }));
  HttpClient late;
  HttpClient later;
  rlimit before{};
  getrlimit(RLIMIT_NOFILE, &before);
  const rlimit none{3, before.rlim_max};
  setrlimit(RLIMIT_NOFILE, &none);
  late.connect(server.port());
  later.connect(server.port());
  later.send(get("/"));
  // The idle one makes room, though none that helps here.
  CHECK(soon([&] { return server.figures().connections == 1; }));
  busy.send("\r\n");
  CHECK(busy.receive().body == "fine");
  setrlimit(RLIMIT_NOFILE, &before);
  CHECK(later.receive().body == "fine");
}

TEST_CASE("a thousand idle connections cost no thread, and others are answered") {
  TestServer server(fine);
  std::vector<HttpClient> idle;
  for (int i = 0; i < 1'000; ++i) idle.emplace_back(server.port());
  CHECK(soon([&] { return server.figures().connections == 1'000; }));
  CHECK(ask(server.port(), get("/")).body == "fine");
  idle.front().send(get("/"));
  CHECK(idle.front().receive().body == "fine");
}
