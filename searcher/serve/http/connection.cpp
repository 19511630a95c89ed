#include "searcher/serve/http/connection.h"

#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/post.hpp>
#include <charconv>
#include <exception>
#include <utility>

#include "searcher/serve/http/error_answer.h"
#include "searcher/serve/http/target.h"
#include "searcher/serve/http/work.h"

namespace warraq::searcher::serve {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
constexpr std::string_view kLastChunk = "0\r\n\r\n";
// For a client to read why it was refused, before the rest that it sends resets the connection.
constexpr std::chrono::seconds kLingering{1};
constexpr std::size_t kMostDrained = 64 << 10;

bool is_not_yet(const error_code& error) {
  return error == asio::error::would_block || error == asio::error::try_again;
}

HttpAnswer overload_answer(std::string_view message) {
  HttpAnswer answer = error_answer(503, message, "come again later");
  answer.headers.emplace_back("Retry-After", "1");
  return answer;
}

HttpAnswer method_answer() {
  HttpAnswer answer = error_answer(405, "only GET, HEAD and OPTIONS are answered");
  answer.headers.emplace_back("Allow", "GET, HEAD, OPTIONS");
  return answer;
}

std::string chunk_head(std::size_t size) {
  std::array<char, 16> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), size, 16).ptr;
  return std::string(digits.data(), end) + "\r\n";
}

std::chrono::microseconds between(Clock::time_point from, Clock::time_point to) {
  return std::chrono::duration_cast<std::chrono::microseconds>(to - from);
}

}  // namespace

Connection::Connection(Connections& all, tcp::socket socket)
    : all_(all), socket_(std::move(socket)) {}

void Connection::start() {
  error_code error;
  socket_.non_blocking(true, error);
  if (!error) socket_.set_option(tcp::no_delay(true), error);
  if (error) return close();
  set_limit(all_.options.idle_timeout);
  wait_readable();
}

void Connection::close() {
  if (state_ == State::closed) return;
  all_.remove(*this);
  if (job_) tell(0);
  // While it waits, the rest of the job is the worker's.
  if (job_ && state_ != State::waiting && job_->stream) job_->stream->abandon();
  state_ = State::closed;
  error_code ignored;
  socket_.close(ignored);
  reader_.reset();
  job_.reset();
}

void Connection::check(Clock::time_point now) {
  if (now < limit_) return;
  if (state_ == State::reading) return refuse({408, "the request took too long to come"});
  if (state_ != State::waiting) return close();
  if (all_.withdraw(job_)) {
    ++all_.refused_requests;
    return answer(overload_answer("the request waited too long"));
  }
  limit_ = Clock::time_point::max();  // a worker has it, and limits of its own
}

void Connection::wait_readable() {
  if (std::exchange(awaits_bytes_, true)) return;
  socket_.async_wait(tcp::socket::wait_read, [self = shared_from_this()](const error_code& error) {
    self->awaits_bytes_ = false;
    if (error) return self->close();
    self->on_readable();
  });
}

void Connection::on_readable() {
  const bool reads =
      state_ == State::idle || state_ == State::reading || state_ == State::lingering;
  if (!reads) return;  // what was waited for came too late, and is answered already
  error_code error;
  const std::size_t size = socket_.read_some(asio::buffer(all_.scratch), error);
  if (is_not_yet(error)) return wait_readable();
  if (error) return close();
  if (state_ == State::lingering) {
    drained_ += size;
    return drained_ > kMostDrained ? close() : wait_readable();
  }
  const std::string_view bytes(all_.scratch.data(), size);
  if (unread_.empty()) return read(bytes);
  std::string together = std::exchange(unread_, {});
  together += bytes;
  read(together);
}

void Connection::read(std::string_view bytes) {
  if (state_ == State::idle) {
    // An empty line before a request is left over from the one before (RFC 9112, 2.2).
    while (bytes.substr(0, 2) == "\r\n") bytes.remove_prefix(2);
    if (bytes.empty() || bytes == "\r") {  // half of such a line may come alone
      unread_ = bytes;
      return wait_readable();
    }
    all_.set_busy(*this);
    state_ = State::reading;
    reader_ = std::make_unique<RequestReader>(MessageLimits{
        all_.options.target_bytes, all_.options.header_bytes, all_.options.body_bytes});
    began_ = Clock::now();
    set_limit(all_.options.read_timeout);
  }
  const std::size_t taken = reader_->read(bytes);
  unread_ = bytes.substr(taken);
  if (reader_->refusal()) return refuse(*reader_->refusal());
  if (reader_->done()) return on_request();
  if (reader_->takes_continue()) {
    error_code ignored;  // an empty connection takes it
    socket_.write_some(asio::buffer(kContinue.data(), kContinue.size()), ignored);
  }
  wait_readable();
}

void Connection::refuse(Refusal refusal) {  // a copy: the one of the reader goes with it
  ++all_.malformed_requests;
  job_ = std::make_shared<Job>();
  job_->request = std::move(reader_->request());
  job_->version = reader_->version();
  job_->keep_alive = false;
  read_whole_ = false;
  reader_.reset();
  answer(error_answer(refusal.status, refusal.message));
}

void Connection::on_request() {
  job_ = std::make_shared<Job>();
  job_->request = std::move(reader_->request());
  job_->version = reader_->version();
  job_->keep_alive = !reader_->is_last() && !all_.is_draining();
  read_whole_ = true;
  reader_.reset();
  const std::string& method = job_->request.method;
  if (method != "GET" && method != "HEAD" && method != "OPTIONS") return answer(method_answer());
  if (const auto refusal = read_target(job_->request)) {
    ++all_.malformed_requests;
    return answer(error_answer(refusal->status, refusal->message));
  }
  HttpAnswer at_once = answer_at_once();
  if (at_once.status != 0) return answer(std::move(at_once));
  offer();
}

HttpAnswer Connection::answer_at_once() const {
  HttpAnswer none;
  none.status = 0;
  if (!all_.application.answer_at_once) return none;
  try {
    return all_.application.answer_at_once(job_->request);
  } catch (const std::exception& /*error*/) {
    return error_answer(500, "internal error");
  }
}

void Connection::answer(HttpAnswer answer) {
  const auto now = Clock::now();
  job_->offered_at = job_->taken_at = job_->answered_at = now;
  set_answer(*job_, std::move(answer), all_.fixed_headers);
  on_answer();
}

void Connection::offer() {
  state_ = State::waiting;
  set_limit(all_.options.queue_timeout);
  job_->offered_at = Clock::now();
  job_->on_answer = [self = shared_from_this()] {
    asio::post(self->all_.io, [self] { self->on_answer(); });
  };
  job_->on_bytes = [self = shared_from_this()] {
    asio::post(self->all_.io, [self] { self->on_bytes(); });
  };
  if (all_.offer(job_)) return;
  ++all_.refused_requests;
  answer(overload_answer("too many requests are waiting"));
}

void Connection::on_answer() {
  if (state_ == State::closed) return;
  out_head_ = std::move(job_->head);
  out_body_ = std::move(job_->body);
  bytes_ = 0;
  stream_ended_ = false;
  begin_writing();
}

void Connection::begin_writing() {
  state_ = State::writing;
  const std::size_t size = out_head_.size() + out_body_.size();
  written_by_ = Clock::now() + write_timeout() +
                std::chrono::milliseconds(size * 1'000 / all_.options.write_rate);
  set_limit(write_timeout());
  flush();
}

// Writes what there is; what the kernel does not take waits until it does.
void Connection::flush() {
  const std::size_t size = out_head_.size() + out_body_.size();
  while (out_written_ < size) {
    const std::size_t of_head = std::min(out_written_, out_head_.size());
    const std::array<asio::const_buffer, 2> rest = {
        asio::buffer(out_head_) + of_head, asio::buffer(out_body_) + (out_written_ - of_head)};
    error_code error;
    const std::size_t written = socket_.write_some(rest, error);
    if (is_not_yet(error)) return wait_writable();
    if (error) return close();
    out_written_ += written;
    bytes_ += written;
    if (out_written_ == size) break;
    set_limit(write_timeout());
    limit_ = std::min(limit_, written_by_);
  }
  out_written_ = 0;
  out_head_ = {};
  out_body_ = {};
  if (job_->stream && !stream_ended_) return take_stream();
  on_written();
}

void Connection::wait_writable() {
  socket_.async_wait(tcp::socket::wait_write, [self = shared_from_this()](const error_code& error) {
    if (self->state_ == State::closed) return;
    if (error) return self->close();
    self->flush();
  });
}

void Connection::on_bytes() {
  if (state_ == State::streaming) take_stream();
}

void Connection::take_stream() {
  state_ = State::streaming;
  BodyStream::Taken taken = job_->stream->take();
  if (taken.ended && !taken.whole) {
    // A reset, because the end of a connection is the proper end of a body in HTTP/1.0.
    error_code ignored;
    socket_.set_option(asio::socket_base::linger(true, 0), ignored);
    return close();
  }
  stream_ended_ = taken.ended;
  if (taken.bytes.empty() && !taken.ended) {
    limit_ = Clock::time_point::max();  // it is the worker that is waited for
    return;
  }
  const bool chunks = job_->version == 11;
  if (chunks && !taken.bytes.empty()) {
    out_head_ = chunk_head(taken.bytes.size());
    taken.bytes += "\r\n";
  }
  out_body_ = std::move(taken.bytes);
  if (chunks && taken.ended) out_body_ += kLastChunk;
  begin_writing();
}

void Connection::on_written() {
  tell(job_->status);
  const bool keep_alive = job_->keep_alive && !all_.is_stopping();
  job_.reset();
  if (keep_alive) return begin_idle();
  if (read_whole_ && unread_.empty()) return close();
  linger();
}

void Connection::begin_idle() {
  state_ = State::idle;
  all_.set_idle(*this);
  set_limit(all_.options.idle_timeout);
  if (unread_.empty()) return wait_readable();
  // The next one came with the last; others have their turn first.
  asio::post(all_.io, [self = shared_from_this()] {
    if (self->state_ == State::closed) return;
    const std::string bytes = std::exchange(self->unread_, {});
    self->read(bytes);
  });
}

void Connection::linger() {
  state_ = State::lingering;
  unread_ = {};
  error_code error;
  socket_.shutdown(tcp::socket::shutdown_send, error);
  if (error) return close();
  set_limit(kLingering);
  wait_readable();
}

void Connection::tell(unsigned status) {
  if (!all_.application.on_exchange) return;
  Exchange exchange;
  error_code error;
  exchange.client = socket_.remote_endpoint(error).address().to_string();
  exchange.method = job_->request.method;
  exchange.path = job_->request.path;
  exchange.query = job_->request.parameters.last_value("query").value_or("");
  exchange.status = status;
  exchange.bytes = bytes_;
  exchange.total = between(began_, Clock::now());
  if (state_ != State::waiting) {
    if (!job_->route.empty()) exchange.route = job_->route;
    exchange.waited = between(job_->offered_at, job_->taken_at);
    exchange.answered = between(job_->taken_at, job_->answered_at);
  }
  all_.application.on_exchange(exchange);
}

Clock::duration Connection::write_timeout() const {
  return job_->stream ? all_.options.stream_timeout : all_.options.write_timeout;
}

void Connection::set_limit(Clock::duration duration) { limit_ = Clock::now() + duration; }

}  // namespace warraq::searcher::serve
