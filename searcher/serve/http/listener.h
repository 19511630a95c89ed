// The socket that clients come in by.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdint>

#include "searcher/serve/http/connections.h"
#include "searcher/serve/http/server.h"

namespace warraq::searcher::serve {

class Listener {
 public:
  /// Listens from now on. Throws Error(io).
  Listener(boost::asio::io_context& io, const ServerOptions& options, Connections& connections);

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] bool is_loopback() const;
  /// Takes clients on until close().
  void start();
  void close();

 private:
  void accept_all();
  void pause();

  boost::asio::ip::tcp::acceptor acceptor_;
  boost::asio::steady_timer pause_;
  Connections& connections_;
  std::uint16_t port_ = 0;
};

}  // namespace warraq::searcher::serve
