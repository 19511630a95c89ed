// Requests one after the other and beside one another, and how a server ends.
#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/serve/http_client.h"
#include "tests/serve/test_server.h"
#include "warraq/error.h"

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

HttpAnswer echo(const HttpRequest& request) { return text(request.path); }

}  // namespace

TEST_CASE("pipelined requests are answered in order, one at a time on a connection") {
  auto options = TestServer::options();
  options.workers = 4;
  std::atomic<int> at_work = 0;
  std::atomic<int> most_at_work = 0;
  TestServer server(
      [&](const HttpRequest& request) {
        most_at_work = std::max<int>(most_at_work, ++at_work);
        if (request.path == "/0") std::this_thread::sleep_for(30ms);
        --at_work;
        return text(request.path);
      },
      options,
      [](const HttpRequest& request) {
        return text(request.path, request.path.back() == '5' ? 200 : 0);
      });
  HttpClient client(server.port());
  std::string all;
  for (int i = 0; i < 300; ++i) all += get('/' + std::to_string(i));
  client.send(all);
  for (int i = 0; i < 300; ++i) CHECK(client.receive().body == '/' + std::to_string(i));
  CHECK(most_at_work == 1);
}

TEST_CASE("requests are read whole however they are cut") {
  TestServer server(echo);
  HttpClient client(server.port());
  const std::string requests =
      "\r\n" + get("/a", "Content-Length: 2\r\n") + "xy" + get("/b") + "\r\n" + get("/c");
  for (const char c : requests) client.send(std::string_view(&c, 1));
  CHECK(client.receive().body == "/a");
  CHECK(client.receive().body == "/b");
  CHECK(client.receive().body == "/c");
}

TEST_CASE("an empty line before a request is passed over, also where it comes in two parts") {
  TestServer server(echo);
  HttpClient client(server.port());
  client.send("\r");
  std::this_thread::sleep_for(50ms);
  client.send("\n" + get("/a"));
  CHECK(client.receive().body == "/a");
}

TEST_CASE("a client that sends no more still gets its answer") {
  TestServer server(echo);
  HttpClient client(server.port());
  client.send(get("/a"));
  client.finish_sending();
  CHECK(client.receive().body == "/a");
}

TEST_CASE("many clients at once each get their own answers") {
  auto options = TestServer::options();
  options.workers = 3;
  TestServer server(echo, options);
  std::atomic<int> right = 0;
  std::vector<std::thread> clients;
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back([&, i] {
      HttpClient client(server.port());
      for (int j = 0; j < 100; ++j) {
        const std::string path = '/' + std::to_string(i) + '-' + std::to_string(j);
        client.send(get(path));
        if (client.receive().body == path) ++right;
      }
    });
  }
  for (std::thread& client : clients) client.join();
  CHECK(right == 800);
  CHECK(server.exchanges(800).size() == 800);
}

TEST_CASE("what a responder throws is one answer's fault") {
  TestServer server(
      [](const HttpRequest& request) -> HttpAnswer {
        if (request.path == "/throws") throw std::runtime_error("a defect");
        return text("fine");
      },
      TestServer::options(),
      [](const HttpRequest& request) -> HttpAnswer {
        if (request.path == "/now") throw std::runtime_error("a defect");
        return text({}, 0);
      });
  HttpClient client(server.port());
  client.send(get("/throws") + get("/now") + get("/"));
  CHECK(client.receive().status == 500);
  CHECK(client.receive().status == 500);
  CHECK(client.receive().body == "fine");
}

TEST_CASE("a client that goes away before its answer does no harm") {
  Barrier barrier;
  TestServer server([&](const HttpRequest& request) {
    if (request.path == "/held") barrier.pass();
    return text(std::string(1 << 20, 'a'));
  });
  {
    HttpClient client(server.port());
    client.send(get("/held"));
    CHECK(soon([&] { return barrier.waiting() == 1; }));
  }
  barrier.open();
  CHECK(ask(server.port(), get("/")).whole);
  CHECK(soon([&] { return server.figures().connections == 0; }));
}

TEST_CASE("an exchange says what was asked, and how long it took") {
  TestServer server([](const HttpRequest& request) {
    std::this_thread::sleep_for(5ms);
    return echo(request);
  });
  CHECK(ask(server.port(), get("/v1/search?query=%D8%A7%D9%84%D9%82%D8%AF%D8%B3")).status == 200);
  const auto exchange = server.exchanges(1).at(0);
  CHECK(exchange.client == "127.0.0.1");
  CHECK(exchange.method == "GET");
  CHECK(exchange.path == "/v1/search");
  CHECK(exchange.query == "القدس");
  CHECK(exchange.route == "/test");
  CHECK(exchange.status == 200);
  CHECK(exchange.bytes > 100);
  CHECK(exchange.answered >= 5ms);
  CHECK(exchange.total >= exchange.answered);
}

TEST_CASE("a server that stops answers what is in flight, and closes the rest") {
  Barrier barrier;
  TestServer server([&](const HttpRequest& request) {
    barrier.pass();
    return echo(request);
  });
  const std::uint16_t port = server.port();
  HttpClient idle(port);
  HttpClient asking(port);
  asking.send(get("/a") + get("/b"));
  HttpClient waiting(port);
  CHECK(soon([&] { return barrier.waiting() == 1; }));
  waiting.send(get("/c"));
  CHECK(soon([&] { return server.figures().queued == 1; }));
  server.stop();
  CHECK(idle.is_closed());
  CHECK_THROWS(HttpClient(port));
  barrier.open();
  const Received answer = asking.receive();
  CHECK(answer.body == "/a");
  CHECK(asking.receive_all().empty());  // the one behind it is for another server
  CHECK(waiting.receive().body == "/c");
  const auto began = std::chrono::steady_clock::now();
  server.end();
  CHECK(std::chrono::steady_clock::now() - began < 1800ms);
}

TEST_CASE("a server that drains answers still, and then listens no more") {
  auto options = TestServer::options();
  options.drain_time = 300ms;
  TestServer server(echo, options);
  const std::uint16_t port = server.port();
  HttpClient known(port);
  known.send(get("/a"));
  CHECK(known.receive().header("connection").empty());
  server.stop();
  std::this_thread::sleep_for(50ms);
  known.send(get("/b"));
  const Received last = known.receive();
  CHECK(last.body == "/b");
  CHECK(last.header("connection") == "close");
  CHECK(known.is_closed());
  CHECK(ask(port, get("/c")).body == "/c");
  HttpClient idle(port);
  const auto began = std::chrono::steady_clock::now();
  CHECK(idle.is_closed());
  CHECK(std::chrono::steady_clock::now() - began > 50ms);
  CHECK_THROWS(HttpClient(port));
}

TEST_CASE("a server that stops does not wait for a request that is half there") {
  TestServer server(echo);
  HttpClient half(server.port());
  half.send("GET /");
  CHECK(soon([&] { return server.figures().connections == 1; }));
  const auto began = std::chrono::steady_clock::now();
  std::this_thread::sleep_for(20ms);
  server.end();
  CHECK(std::chrono::steady_clock::now() - began < 1500ms);
  CHECK(half.is_closed());
}

TEST_CASE("a server that stops waits no longer than it was told to") {
  auto options = TestServer::options();
  options.stop_timeout = 100ms;
  TestServer server([](const HttpRequest& /*request*/) { return text(std::string(32 << 20, 'a')); },
                    options);
  HttpClient client(server.port());
  client.send(get("/"));
  std::this_thread::sleep_for(20ms);
  const auto began = std::chrono::steady_clock::now();
  server.end();
  CHECK(std::chrono::steady_clock::now() - began < 1500ms);
  CHECK_FALSE(client.receive().whole);
}

TEST_CASE("an address that is taken is said so") {
  TestServer server(echo);
  auto options = TestServer::options();
  options.port = server.port();
  try {
    TestServer second(echo, options);
    FAIL("it listens");
  } catch (const warraq::Error& error) {
    CHECK(error.code() == warraq::ErrorCode::io);
    CHECK(std::string(error.what()).find(std::to_string(server.port())) != std::string::npos);
  }
}
