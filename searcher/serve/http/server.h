// An HTTP/1.1 server: one thread has all connections, and hands whole requests to workers.
//
// Boost.Asio and Boost.Beast are spelt in this folder's sources alone. A connection without a
// request costs its buffers and no thread, so idle and slow clients are cheap; the queue before the
// workers is bounded, and what does not fit is answered 503 at once.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/serve/http/message.h"

namespace warraq::searcher::serve {

struct ServerOptions {
  std::string address = "127.0.0.1";  ///< numeric, IPv4 or IPv6
  std::uint16_t port = 8080;          ///< 0: any free one
  /// A listening socket that was handed over (systemd's socket activation) instead; -1: none.
  int listening_socket = -1;
  unsigned workers = 0;                 ///< 0: as many as the machine has cores
  unsigned stream_workers = 4;          ///< threads for answers of any length, apart from those
  std::size_t queue = 256;              ///< requests that wait for a worker, at the most
  std::size_t connections = 20'000;     ///< open at the same time, at the most
  std::size_t target_bytes = 16 << 10;  ///< of a request's line
  std::size_t header_bytes = 32 << 10;  ///< of all headers together
  std::size_t body_bytes = 64 << 10;    ///< of a request's body, which is read and dropped
  std::chrono::milliseconds read_timeout{10'000};   ///< from a request's first byte to its last
  std::chrono::milliseconds idle_timeout{60'000};   ///< between requests
  std::chrono::milliseconds write_timeout{30'000};  ///< without a byte taken by the client
  /// Bytes a second that the client takes at the least, or it is dropped once it is write_timeout
  /// behind: one that takes a byte now and then would keep its connection for ever.
  std::size_t write_rate = 2 << 10;
  std::chrono::milliseconds stream_timeout{10'000};  ///< likewise of a stream: a worker waits
  std::chrono::milliseconds queue_timeout{5'000};    ///< waiting for a worker: then 503
  /// After stop(), while new requests are still answered, each as the last of its connection: for
  /// a balancer to see that others should be asked.
  std::chrono::milliseconds drain_time{0};
  std::chrono::milliseconds stop_timeout{10'000};  ///< then for what is in flight
  /// Of every answer, the server's own refusals included.
  std::vector<std::pair<std::string, std::string>> headers;
};

/// What is known of a request that was answered, or of one that was not understood.
struct Exchange {
  std::string client;  ///< its address
  std::string method;
  std::string path;   ///< without the parameters, which hold the query
  std::string query;  ///< the parameter `query`; logged only where that was asked for
  std::string route = "none";  ///< of what was refused before it was known
  unsigned status = 0;  ///< 0: the client went away first
  std::uint64_t bytes = 0;
  std::chrono::microseconds waited{0};    ///< for a worker
  std::chrono::microseconds answered{0};  ///< by the worker
  std::chrono::microseconds total{0};     ///< from the first byte read to the last one written
};

/// What a server is doing now. Thread-safe to read.
struct ServerFigures {
  std::size_t connections = 0;
  std::size_t queued = 0;
  std::size_t busy_workers = 0;
  unsigned workers = 0;
  std::uint64_t refused_connections = 0;  ///< past ServerOptions::connections
  std::uint64_t refused_requests = 0;     ///< the queue was full, or they waited too long in it
  std::uint64_t malformed_requests = 0;
};

class Server {
 public:
  /// What the server asks of those who use it. All but on_exchange are called on workers' threads.
  struct Application {
    std::function<std::unique_ptr<Responder>()> make_responder;  ///< called once for each worker
    /// Whether the answer may be of any length, and so belongs on a stream worker.
    std::function<bool(const HttpRequest&)> is_stream;
    /// Answered at once on the thread of the connections, without a worker: health and metrics. An
    /// answer of status 0 is none: the request goes to a worker. Must be quick; may be empty.
    std::function<HttpAnswer(const HttpRequest&)> answer_at_once;
    std::function<void(const Exchange&)> on_exchange;  ///< one thread at a time; may be empty
    std::function<void()> every_second;  ///< on the thread of the connections; may be empty
  };

  /// Listens from now on. Takes as many connections as ServerOptions says or the process may have
  /// files open, whose limit it raises. Throws Error(io) where it cannot, naming the address.
  Server(const ServerOptions& options, const Application& application);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::uint16_t port() const;
  /// Serves until stop(); returns when drain_time is over and what was in flight is answered, or
  /// stop_timeout is over too.
  void run();
  /// From any thread: after drain_time no new connections, requests in flight are answered, then
  /// run() returns.
  void stop();
  [[nodiscard]] ServerFigures figures() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace warraq::searcher::serve
