// One client: reads a request, has it answered, writes the answer, and begins anew.
//
//   idle ─▶ reading ─▶ waiting ─▶ writing ─┬─▶ idle
//                   └─(refused)──▶ writing ├─▶ streaming ─▶ idle
//                                          └─▶ lingering ─▶ closed
//
// One request is in flight at a time; what a client sends before it has the answer stays where it
// is, in the kernel's buffer for the most part. All of it happens on the thread of the connections.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/serve/http/connections.h"
#include "searcher/serve/http/job.h"
#include "searcher/serve/http/request_reader.h"

namespace warraq::searcher::serve {

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Connections& all, boost::asio::ip::tcp::socket socket);

  void start();
  /// Ends it now, whatever it is at.
  void close();
  /// Ends it or its request if a time limit has passed.
  void check(Clock::time_point now);
  [[nodiscard]] bool is_idle() const { return state_ == State::idle; }
  [[nodiscard]] bool is_reading() const { return state_ == State::reading; }

 private:
  friend class Connections;
  enum class State { idle, reading, waiting, writing, streaming, lingering, closed };

  void wait_readable();
  void on_readable();
  void read(std::string_view bytes);
  void on_request();
  void refuse(Refusal refusal);
  void answer(HttpAnswer answer);
  [[nodiscard]] HttpAnswer answer_at_once() const;
  [[nodiscard]] HttpAnswer refusal_answer(const Refusal& refusal) const;
  [[nodiscard]] HttpAnswer overload_answer(std::string_view message) const;
  void offer();
  void on_answer();
  void flush();
  void wait_writable();
  void on_bytes();
  void take_stream();
  void on_written();
  void begin_idle();
  void linger();
  void tell(unsigned status);
  [[nodiscard]] Clock::duration write_timeout() const;
  void set_limit(Clock::duration duration);
  void begin_writing();

  Connections& all_;
  boost::asio::ip::tcp::socket socket_;
  State state_ = State::idle;
  bool awaits_bytes_ = false;
  bool read_whole_ = true;  ///< the request that is answered
  bool stream_ended_ = false;
  Clock::time_point limit_ = Clock::time_point::max();
  Clock::time_point written_by_;  ///< all of what is being written
  Clock::time_point began_;
  std::string unread_;  ///< bytes that came and belong to no request that was read yet
  std::unique_ptr<RequestReader> reader_;
  std::shared_ptr<Job> job_;
  std::string out_head_;
  std::string out_body_;
  std::size_t out_written_ = 0;  ///< of both
  std::size_t drained_ = 0;      ///< bytes that came while it lingers
  std::uint64_t bytes_ = 0;      ///< of the answer, written
  std::list<std::shared_ptr<Connection>>::iterator place_;
};

}  // namespace warraq::searcher::serve
