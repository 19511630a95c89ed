#include "searcher/serve/http/server.h"

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <exception>
#include <utility>

#include "searcher/serve/http/connections.h"
#include "searcher/serve/http/descriptors.h"
#include "searcher/serve/http/listener.h"

namespace warraq::searcher::serve {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

// For an archive's files, logs and the like, of those that are left to connections.
constexpr std::size_t kOtherDescriptors = 512;

ServerOptions within_descriptors(ServerOptions options) {
  const std::size_t most = raise_descriptor_limit();
  const std::size_t room = most > 2 * kOtherDescriptors ? most - kOtherDescriptors : most / 2;
  options.connections = std::max<std::size_t>(1, std::min(options.connections, room));
  return options;
}

// Time limits are looked at so often: an eighth of the shortest, so that none is late by much.
Clock::duration period_of(const ServerOptions& options) {
  const auto shortest = std::min({options.read_timeout, options.idle_timeout, options.write_timeout,
                                  options.stream_timeout, options.queue_timeout});
  return std::clamp<Clock::duration>(shortest / 8, std::chrono::milliseconds(5),
                                     std::chrono::milliseconds(250));
}

}  // namespace

struct Server::State {
  State(const ServerOptions& options, const Application& application)
      : connections(io, within_descriptors(options), application),
        listener(io, connections.options, connections),
        period(period_of(connections.options)) {}

  void watch() {
    watch_timer.expires_after(period);
    watch_timer.async_wait([this](const error_code& error) {
      if (error) return;
      watch();
      const auto now = Clock::now();
      connections.check(now);
      if (stopping && (connections.empty() || now >= stop_at)) return end();
      if (now < second_at) return;
      second_at = now + std::chrono::seconds(1);
      if (connections.application.every_second) connections.application.every_second();
    });
  }

  void begin_drain() {
    if (std::exchange(draining, true)) return;
    connections.begin_drain();
    drain_timer.expires_after(connections.options.drain_time);
    drain_timer.async_wait([this](const error_code& error) {
      if (!error) begin_stop();
    });
  }

  void begin_stop() {
    stopping = true;
    stop_at = Clock::now() + connections.options.stop_timeout;
    listener.close();
    connections.begin_stop();
    if (connections.empty()) end();
  }

  void end() {
    connections.close_all();
    io.stop();
  }

  asio::io_context io{1};
  Connections connections;
  Listener listener;
  asio::steady_timer watch_timer{io};
  asio::steady_timer drain_timer{io};
  const Clock::duration period;
  bool draining = false;
  bool stopping = false;
  Clock::time_point stop_at;
  Clock::time_point second_at;
};

Server::Server(const ServerOptions& options, const Application& application)
    : state_(std::make_unique<State>(options, application)) {}

Server::~Server() = default;

std::uint16_t Server::port() const { return state_->listener.port(); }

void Server::run() {
  state_->listener.start();
  state_->watch();
  while (!state_->io.stopped()) {
    try {
      state_->io.run();
    } catch (const std::exception& /*error*/) {
      // Memory that ran out for one client: its time limit ends it, and the others go on.
    }
  }
  state_->connections.stop_workers();
}

void Server::stop() {
  asio::post(state_->io, [this] { state_->begin_drain(); });
}

ServerFigures Server::figures() const {
  const Connections& all = state_->connections;
  ServerFigures figures;
  figures.connections = all.size();
  figures.queued = all.queued();
  figures.busy_workers = all.busy();
  figures.workers = all.workers();
  figures.refused_connections = all.refused_connections;
  figures.refused_requests = all.refused_requests;
  figures.malformed_requests = all.malformed_requests;
  return figures;
}

}  // namespace warraq::searcher::serve
