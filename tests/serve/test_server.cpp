#include "tests/serve/test_server.h"

#include <chrono>
#include <memory>
#include <utility>

namespace warraq::tests {
namespace {

namespace serve = searcher::serve;
using namespace std::chrono_literals;

class Answering final : public serve::Responder {
 public:
  explicit Answering(TestServer::Answer answer) : answer_(std::move(answer)) {}
  [[nodiscard]] serve::HttpAnswer answer(const serve::HttpRequest& request) override {
    return answer_(request);
  }

 private:
  TestServer::Answer answer_;
};

}  // namespace

serve::ServerOptions TestServer::options() {
  serve::ServerOptions options;
  options.port = 0;
  options.workers = 1;
  options.stream_workers = 1;
  options.stop_timeout = 2s;
  return options;
}

TestServer::TestServer(Answer answer, serve::ServerOptions options, Answer at_once)
    : server_(options, application(std::move(answer), std::move(at_once))),
      thread_([this] { server_.run(); }) {}

TestServer::~TestServer() { end(); }

void TestServer::end() {
  server_.stop();
  if (thread_.joinable()) thread_.join();
}

serve::Server::Application TestServer::application(Answer answer, Answer at_once) {
  serve::Server::Application application;
  application.make_responder = [answer = std::move(answer)] {
    return std::make_unique<Answering>(answer);
  };
  application.is_stream = [](const serve::HttpRequest& request) {
    return request.path == "/stream";
  };
  application.answer_at_once = std::move(at_once);
  application.on_exchange = [this](const serve::Exchange& exchange) {
    const std::scoped_lock lock(mutex_);
    exchanges_.push_back(exchange);
  };
  return application;
}

std::vector<serve::Exchange> TestServer::exchanges(std::size_t count) const {
  std::vector<serve::Exchange> seen;
  static_cast<void>(soon([&] {
    const std::scoped_lock lock(mutex_);
    seen = exchanges_;
    return seen.size() >= count;
  }));
  return seen;
}

serve::HttpAnswer text(std::string body, unsigned status) {
  serve::HttpAnswer answer;
  answer.status = status;
  answer.content_type = "text/plain; charset=utf-8";
  answer.body = std::move(body);
  answer.route = "/test";
  return answer;
}

bool soon(const std::function<bool()>& condition) {
  const auto end = std::chrono::steady_clock::now() + 2s;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(2ms);
  }
  return true;
}

void Barrier::pass() {
  std::unique_lock lock(mutex_);
  ++waiting_;
  opened_.wait(lock, [this] { return open_; });
}

void Barrier::open() {
  {
    const std::scoped_lock lock(mutex_);
    open_ = true;
  }
  opened_.notify_all();
}

int Barrier::waiting() const {
  const std::scoped_lock lock(mutex_);
  return waiting_;
}

}  // namespace warraq::tests
