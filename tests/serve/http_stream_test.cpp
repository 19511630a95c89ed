// Answers of any length.
#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "searcher/serve/http/job.h"
#include "searcher/serve/http/message.h"
#include "searcher/serve/http/worker_pool.h"
#include "tests/serve/http_client.h"
#include "tests/serve/test_server.h"

namespace warraq::tests {
namespace {

using namespace std::chrono_literals;
using searcher::serve::BodyWriter;

// Streams at /stream, and answers at once elsewhere.
TestServer::Answer streaming(std::function<void(BodyWriter&)> write) {
  return [write = std::move(write)](const HttpRequest& request) {
    HttpAnswer answer = text("fine");
    if (request.path == "/stream") answer.stream = write;
    return answer;
  };
}

std::string lines(int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += std::to_string(i) + '\n';
  return all;
}

void write_lines(BodyWriter& writer, int count) {
  for (int i = 0; i < count; ++i) {
    if (!writer.write(std::to_string(i) + '\n')) return;
  }
}

class Silent final : public warraq::searcher::serve::Responder {
 public:
  [[nodiscard]] HttpAnswer answer(const HttpRequest& /*request*/) override { return {}; }
};

}  // namespace

TEST_CASE("a stream arrives whole, and its connection has another request") {
  TestServer server(streaming([](BodyWriter& writer) { write_lines(writer, 200'000); }));
  HttpClient client(server.port());
  client.send(get("/stream") + get("/after"));
  const Received answer = client.receive();
  CHECK(answer.header("transfer-encoding") == "chunked");
  CHECK(answer.header("content-length").empty());
  CHECK(answer.whole);
  CHECK(answer.body == lines(200'000));
  CHECK(client.receive().body == "fine");
  CHECK(server.exchanges(1).at(0).bytes > answer.body.size());
}

TEST_CASE("a stream without anything in it is whole") {
  TestServer server(streaming([](BodyWriter& /*writer*/) {}));
  const Received answer = ask(server.port(), get("/stream"));
  CHECK(answer.whole);
  CHECK(answer.body.empty());
}

TEST_CASE("HTTP/1.0 has a stream up to the connection's end") {
  TestServer server(streaming([](BodyWriter& writer) { write_lines(writer, 1'000); }));
  HttpClient client(server.port());
  client.send("GET /stream HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  const Received answer = client.receive();
  CHECK(answer.header("connection") == "close");
  CHECK(answer.body == lines(1'000));
}

TEST_CASE("HEAD writes no stream") {
  std::atomic<bool> written = false;
  TestServer server(streaming([&](BodyWriter& /*writer*/) { written = true; }));
  HttpClient client(server.port());
  client.send("HEAD /stream HTTP/1.1\r\nHost: a\r\n\r\n" + get("/after"));
  CHECK(client.receive(true).status == 200);
  CHECK(client.receive().body == "fine");
  CHECK_FALSE(written);
}

TEST_CASE("a stream that fails does not end like a whole one") {
  TestServer server(streaming([](BodyWriter& writer) {
    write_lines(writer, 10);
    throw std::runtime_error("the archive went away");
  }));
  CHECK_FALSE(ask(server.port(), get("/stream")).whole);
  CHECK(ask(server.port(), get("/")).body == "fine");
}

TEST_CASE("memory is bounded while a client does not read, and it is given up") {
  auto options = TestServer::options();
  options.stream_timeout = 200ms;
  std::atomic<std::size_t> written = 0;
  std::atomic<bool> ended = false;
  const std::string piece(64 << 10, 'a');
  TestServer server(streaming([&](BodyWriter& writer) {
                      while (writer.write(piece)) written += piece.size();
                      ended = true;
                    }),
                    options);
  HttpClient client(server.port());
  client.send(get("/stream"));
  CHECK(soon([&] { return ended.load(); }));
  CHECK(written < (32U << 20U));  // sockets hold some megabytes
  CHECK(ask(server.port(), get("/")).body == "fine");
  CHECK(soon([&] { return server.figures().connections == 0; }));
}

TEST_CASE("a slow client gets all of a stream, while others are answered") {
  TestServer server(streaming([](BodyWriter& writer) { write_lines(writer, 1'000'000); }));
  HttpClient slow(server.port());
  slow.send(get("/stream"));
  std::this_thread::sleep_for(50ms);
  CHECK(ask(server.port(), get("/")).body == "fine");
  CHECK(slow.receive().body == lines(1'000'000));
}

TEST_CASE("one client does not have all threads of streams, and gets one after the other") {
  using warraq::searcher::serve::Job;
  using warraq::searcher::serve::Responder;
  using warraq::searcher::serve::WorkerPool;
  warraq::tests::Barrier barrier;
  std::atomic<int> done = 0;
  WorkerPool pool(
      {4, 8, 2}, [] { return std::make_unique<Silent>(); },
      [&](const std::shared_ptr<Job>& job, Responder& /*responder*/) {
        if (job->client == "greedy") barrier.pass();
        ++done;
      });
  const auto offer = [&](std::string client) {
    const auto job = std::make_shared<Job>();
    job->client = std::move(client);
    return pool.offer(job);
  };
  for (int i = 0; i < 2; ++i) CHECK(offer("greedy"));
  CHECK(soon([&] { return barrier.waiting() == 2; }));
  for (int i = 0; i < 4; ++i) CHECK(offer("greedy"));
  CHECK_FALSE(offer("greedy"));  // it has its half of the queue
  CHECK(offer("other"));
  CHECK(soon([&] { return done == 1; }));
  CHECK(barrier.waiting() == 2);
  barrier.open();
  CHECK(soon([&] { return done == 7; }));
}

TEST_CASE("a client that goes away ends its stream") {
  std::atomic<bool> ended = false;
  TestServer server(streaming([&](BodyWriter& writer) {
    while (writer.write("سطر من المقالات\n")) {
    }
    ended = true;
  }));
  {
    HttpClient client(server.port());
    client.send(get("/stream"));
    CHECK(soon([&] { return server.figures().busy_stream_workers == 1; }));
  }
  CHECK(soon([&] { return ended.load(); }));
}

TEST_CASE("a server that stops ends its streams in time") {
  auto options = TestServer::options();
  options.stop_timeout = 100ms;
  TestServer server(streaming([](BodyWriter& writer) {
                      while (writer.write("سطر من المقالات\n")) {
                      }
                    }),
                    options);
  HttpClient client(server.port());
  client.send(get("/stream"));
  CHECK(soon([&] { return server.figures().busy_stream_workers == 1; }));
  const auto began = std::chrono::steady_clock::now();
  server.end();
  CHECK(std::chrono::steady_clock::now() - began < 1500ms);
}

}  // namespace warraq::tests
