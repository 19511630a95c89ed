// A server of a test's own, on a free port, answering as the test says.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "searcher/serve/http/server.h"

namespace warraq::tests {

using searcher::serve::HttpAnswer;
using searcher::serve::HttpRequest;

class TestServer {
 public:
  using Answer = std::function<HttpAnswer(const HttpRequest&)>;

  /// One worker, a port that is free, and short time limits.
  [[nodiscard]] static searcher::serve::ServerOptions options();

  explicit TestServer(Answer answer, searcher::serve::ServerOptions options = TestServer::options(),
                      Answer at_once = {});
  ~TestServer();
  TestServer(const TestServer&) = delete;
  TestServer& operator=(const TestServer&) = delete;

  [[nodiscard]] std::uint16_t port() const { return server_.port(); }
  void stop() { server_.stop(); }
  /// Stops it, and returns once run() did.
  void end();
  [[nodiscard]] searcher::serve::ServerFigures figures() const { return server_.figures(); }
  /// What was answered so far, once there are `count` of them or two seconds are over.
  [[nodiscard]] std::vector<searcher::serve::Exchange> exchanges(std::size_t count) const;

 private:
  searcher::serve::Server::Application application(Answer answer, Answer at_once);

  mutable std::mutex mutex_;
  std::vector<searcher::serve::Exchange> exchanges_;
  searcher::serve::Server server_;
  std::thread thread_;
};

/// An answer of plain text.
[[nodiscard]] HttpAnswer text(std::string body, unsigned status = 200);

/// Whether `condition` comes true within two seconds.
[[nodiscard]] bool soon(const std::function<bool()>& condition);

/// A gate that holds workers up until it is opened.
class Barrier {
 public:
  void pass();
  void open();
  [[nodiscard]] int waiting() const;

 private:
  mutable std::mutex mutex_;
  std::condition_variable opened_;
  bool open_ = false;
  int waiting_ = 0;
};

}  // namespace warraq::tests
