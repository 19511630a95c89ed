#include "searcher/serve/http/connections.h"

#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <string_view>
#include <thread>
#include <utility>

#include "searcher/serve/http/answer_head.h"
#include "searcher/serve/http/connection.h"
#include "searcher/serve/http/error_answer.h"
#include "searcher/serve/http/work.h"

namespace warraq::searcher::serve {
namespace {

namespace asio = boost::asio;

constexpr std::size_t kScratchBytes = 64 << 10;

unsigned workers_of(const ServerOptions& options) {
  return options.workers != 0 ? options.workers : std::max(1U, std::thread::hardware_concurrency());
}

// Ends a connection that there is no room for, with an answer if the kernel takes one at once.
void turn_away(asio::ip::tcp::socket socket, std::string_view fixed) {
  HttpAnswer answer = error_answer(503, "too many connections", "come again later");
  answer.headers.emplace_back("Retry-After", "1");
  const std::string head = write_head(answer, {11, false, false, answer.body.size()}, fixed);
  boost::system::error_code error;
  socket.non_blocking(true, error);
  const std::array<asio::const_buffer, 2> bytes = {asio::buffer(head), asio::buffer(answer.body)};
  socket.write_some(bytes, error);
  socket.shutdown(asio::ip::tcp::socket::shutdown_send, error);
  socket.close(error);
}

}  // namespace

Connections::Connections(asio::io_context& context, const ServerOptions& given,
                         const Server::Application& its_application)
    : io(context),
      options(given),
      application(its_application),
      fixed_headers(header_lines(given.headers)),
      scratch(kScratchBytes),
      workers_({workers_of(given), std::max<std::size_t>(1, given.queue)},
               its_application.make_responder,
               [this](const std::shared_ptr<Job>& job, Responder& responder) {
                 work(*job, responder, fixed_headers);
               }),
      stream_workers_({std::max(1U, given.stream_workers), std::max<std::size_t>(1, given.queue),
                       given.streams_per_client},
                      its_application.make_responder,
                      [this](const std::shared_ptr<Job>& job, Responder& responder) {
                        work(*job, responder, fixed_headers);
                      }) {}

Connections::~Connections() { stop_workers(); }

void Connections::add(asio::ip::tcp::socket socket) {
  const bool has_room = size_ < options.connections || close_idlest();
  if (!has_room) {
    ++refused_connections;
    return turn_away(std::move(socket), fixed_headers);
  }
  const auto connection = std::make_shared<Connection>(*this, std::move(socket));
  connection->place_ = idle_.insert(idle_.end(), connection);
  ++size_;
  connection->start();
}

bool Connections::close_idlest() {
  if (idle_.empty()) return false;
  const std::shared_ptr<Connection> idlest = idle_.front();
  idlest->close();
  return true;
}

void Connections::check(Clock::time_point now) {
  for (List* list : {&idle_, &busy_}) {
    for (auto next = list->begin(); next != list->end();) {
      const std::shared_ptr<Connection> connection = *next++;  // it may leave the list
      connection->check(now);
    }
  }
}

void Connections::begin_stop() {
  stopping_ = true;
  while (close_idlest()) {
  }
  for (auto next = busy_.begin(); next != busy_.end();) {
    const std::shared_ptr<Connection> connection = *next++;  // it leaves the list
    if (connection->is_reading()) connection->close();
  }
}

void Connections::close_all() {
  while (close_idlest()) {
  }
  while (!busy_.empty()) {
    const std::shared_ptr<Connection> connection = busy_.front();
    connection->close();
  }
}

void Connections::stop_workers() {
  workers_.stop();
  stream_workers_.stop();
}

void Connections::set_idle(Connection& connection) { move(connection, busy_, idle_); }

void Connections::set_busy(Connection& connection) { move(connection, idle_, busy_); }

void Connections::move(Connection& connection, List& from, List& to) {
  to.splice(to.end(), from, connection.place_);
}

void Connections::remove(Connection& connection) {
  (connection.is_idle() ? idle_ : busy_).erase(connection.place_);
  --size_;
}

bool Connections::offer(const std::shared_ptr<Job>& job) {
  const bool is_stream = application.is_stream && application.is_stream(job->request);
  return (is_stream ? stream_workers_ : workers_).offer(job);
}

bool Connections::withdraw(const std::shared_ptr<Job>& job) {
  return workers_.withdraw(job) || stream_workers_.withdraw(job);
}

}  // namespace warraq::searcher::serve
