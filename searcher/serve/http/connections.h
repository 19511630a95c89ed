// All connections of a server, and what they share.
#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <string>
#include <vector>

#include "searcher/serve/http/job.h"
#include "searcher/serve/http/server.h"
#include "searcher/serve/http/worker_pool.h"

namespace warraq::searcher::serve {

class Connection;

class Connections {
 public:
  Connections(boost::asio::io_context& io, const ServerOptions& options,
              const Server::Application& application);
  ~Connections();
  Connections(const Connections&) = delete;
  Connections& operator=(const Connections&) = delete;

  /// Takes a new client on. Past the limit the connection that was idle longest makes room, and
  /// where all are busy the new one is told to come again.
  void add(boost::asio::ip::tcp::socket socket);
  /// Closes the connection that was idle longest. False where none is.
  bool close_idlest();
  /// Looks at the time limits of all.
  void check(Clock::time_point now);
  /// From now on requests are the last ones of their connections, and are told so.
  void begin_drain() { draining_ = true; }
  /// From now on answers are the last ones of their connections, and those without a whole
  /// request are closed.
  void begin_stop();
  void close_all();
  [[nodiscard]] bool empty() const { return idle_.empty() && busy_.empty(); }
  [[nodiscard]] bool is_draining() const { return draining_; }
  [[nodiscard]] bool is_stopping() const { return stopping_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Joins the workers.
  void stop_workers();

  // For a connection.
  boost::asio::io_context& io;
  const ServerOptions options;
  const Server::Application application;
  const std::string fixed_headers;  ///< lines of every answer
  /// Where all connections read into, one after the other: an idle one has no buffer of its own.
  std::vector<char> scratch;
  void set_idle(Connection& connection);
  void set_busy(Connection& connection);
  void remove(Connection& connection);
  [[nodiscard]] bool offer(const std::shared_ptr<Job>& job);
  [[nodiscard]] bool withdraw(const std::shared_ptr<Job>& job);

  // Counted for ServerFigures.
  std::atomic<std::uint64_t> refused_connections = 0;
  std::atomic<std::uint64_t> refused_requests = 0;
  std::atomic<std::uint64_t> malformed_requests = 0;
  [[nodiscard]] std::size_t queued() const { return workers_.queued() + stream_workers_.queued(); }
  [[nodiscard]] unsigned workers() const { return workers_.size() + stream_workers_.size(); }
  [[nodiscard]] std::size_t busy() const { return workers_.busy() + stream_workers_.busy(); }

 private:
  using List = std::list<std::shared_ptr<Connection>>;

  void move(Connection& connection, List& from, List& to);

  bool draining_ = false;
  std::atomic<bool> stopping_ = false;
  std::atomic<std::size_t> size_ = 0;
  List idle_;  ///< the longest idle first
  List busy_;
  WorkerPool workers_;
  WorkerPool stream_workers_;
};

}  // namespace warraq::searcher::serve
