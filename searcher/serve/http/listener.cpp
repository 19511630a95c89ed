#include "searcher/serve/http/listener.h"

#include <sys/socket.h>

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::searcher::serve {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

// Of clients that come together, before those that are there have their turn.
constexpr int kAtOnce = 64;
// Where no client can be taken on, as without a free descriptor: not at full speed again.
constexpr std::chrono::milliseconds kPause{50};

std::string_view hint_for(const error_code& error) {
  if (error == asio::error::address_in_use) {
    return "another program has it; name another address with --listen";
  }
  if (error == boost::system::errc::address_not_available) {
    return "this machine has no such address; name one that it has with --listen";
  }
  if (error == asio::error::access_denied) {
    return "ports below 1024 are not for everybody; name another with --listen, or let systemd "
           "listen there";
  }
  return "name another address with --listen";
}

void require(const error_code& error, const ServerOptions& options) {
  if (!error) return;
  throw Error(ErrorCode::io,
              analyzers::isolate(options.address) + " port " + std::to_string(options.port) +
                  " cannot be listened at: " + error.message(),
              std::string(hint_for(error)));
}

void take_over(tcp::acceptor& acceptor, int socket) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  int listens = 0;
  socklen_t size_of_listens = sizeof listens;
  const bool known = getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0 &&
                     getsockopt(socket, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size_of_listens) == 0;
  const bool is_tcp = address.ss_family == AF_INET || address.ss_family == AF_INET6;
  if (!known || !is_tcp || listens == 0) {
    throw Error(ErrorCode::io, "the socket that was handed over does not listen on TCP",
                "let the socket unit have ListenStream= with an address and a port");
  }
  acceptor.assign(address.ss_family == AF_INET6 ? tcp::v6() : tcp::v4(), socket);
}

void listen(tcp::acceptor& acceptor, const ServerOptions& options) {
  error_code error;
  const asio::ip::address address = asio::ip::make_address(options.address, error);
  require(error, options);
  const tcp::endpoint endpoint(address, options.port);
  acceptor.open(endpoint.protocol(), error);
  require(error, options);
  acceptor.set_option(tcp::acceptor::reuse_address(true));
  acceptor.bind(endpoint, error);
  require(error, options);
  acceptor.listen(asio::socket_base::max_listen_connections, error);
  require(error, options);
}

}  // namespace

Listener::Listener(asio::io_context& io, const ServerOptions& options, Connections& connections)
    : acceptor_(io), pause_(io), connections_(connections) {
  if (options.listening_socket >= 0) {
    take_over(acceptor_, options.listening_socket);
  } else {
    listen(acceptor_, options);
  }
  acceptor_.non_blocking(true);
  port_ = acceptor_.local_endpoint().port();
}

bool Listener::is_loopback() const {
  error_code unknown;
  return acceptor_.local_endpoint(unknown).address().is_loopback();
}

void Listener::start() {
  acceptor_.async_wait(tcp::acceptor::wait_read, [this](const error_code& error) {
    if (!acceptor_.is_open()) return;
    if (error) return pause();
    accept_all();
  });
}

void Listener::close() {
  error_code ignored;
  acceptor_.close(ignored);
  pause_.cancel();
}

void Listener::accept_all() {
  for (int i = 0; i < kAtOnce; ++i) {
    error_code error;
    tcp::socket socket = acceptor_.accept(error);
    if (error == asio::error::would_block || error == asio::error::try_again) break;
    if (error == asio::error::connection_aborted) continue;
    if (error) {
      connections_.close_idlest();
      return pause();
    }
    connections_.add(std::move(socket));
  }
  start();
}

void Listener::pause() {
  pause_.expires_after(kPause);
  pause_.async_wait([this](const error_code& error) {
    if (!error && acceptor_.is_open()) start();
  });
}

}  // namespace warraq::searcher::serve
