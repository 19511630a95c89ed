#include "searcher/serve/access_log.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <ctime>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>
#include <utility>

#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::searcher::serve {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostWaiting = 4 << 20;

// Not for ever, where it is a pipe that nobody reads: that is said instead. Writing to it may wait.
int open_log(const std::string& file) {
  if (file == "-") return STDOUT_FILENO;
  const int opened =
      open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0640);
  if (opened >= 0) {
    fcntl(opened, F_SETFL, O_APPEND);
    return opened;
  }
  if (errno == ENXIO) {
    throw Error(ErrorCode::io, analyzers::isolate(file) + " is a pipe that nobody reads",
                "start what reads it before the server");
  }
  throw Error(ErrorCode::io,
              analyzers::isolate(file) + " cannot be written: " + std::strerror(errno),
              "name another file with --access-log, or - for standard output");
}

void close_log(int file) {
  if (file != STDOUT_FILENO) close(file);
}

// "2026-01-31T08:05:09.123Z"
std::string time_now() {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  std::tm time{};
  gmtime_r(&now.tv_sec, &time);
  std::array<char, 32> text{};
  const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &time);
  const std::string millis = std::to_string(1'000 + now.tv_nsec / 1'000'000);
  return std::string(text.data(), size) + '.' + millis.substr(1) + 'Z';
}

std::string to_line(const Json& object) {
  return object.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

Json describe(const Exchange& exchange, bool queries) {
  Json line = {{"time", time_now()}, {"client", exchange.client}, {"method", exchange.method}};
  line["route"] = exchange.route;
  if (queries) line["path"] = exchange.path;
  if (queries && !exchange.query.empty()) line["query"] = exchange.query;
  line["status"] = exchange.status;
  line["bytes"] = exchange.bytes;
  line["waited"] = exchange.waited.count();
  line["answered"] = exchange.answered.count();
  line["total"] = exchange.total.count();
  return line;
}

std::uint64_t lines_in(std::string_view text) {
  return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

struct AccessLog::State {
  State(const std::string& name, std::function<void(std::string_view)> tell)
      : file_name(name), report(std::move(tell)), file(open_log(name)) {}
  ~State() { close_log(file); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void run();
  void open_again();
  [[nodiscard]] std::uint64_t write_lines(std::string_view text);
  [[nodiscard]] std::string_view write(std::string_view text);
  void warn(const std::string& message);

  const std::string file_name;
  const std::function<void(std::string_view)> report;
  std::mutex mutex;
  std::condition_variable changed;
  std::string lines;
  std::uint64_t left_out = 0;  ///< since a line last said so
  bool reopens = false;
  bool stopped = false;
  bool ended = false;
  bool given_up = false;  ///< nobody waits for the thread any more
  std::atomic<std::uint64_t> lost = 0;

  // Of the thread.
  int file;
  bool fails = false;
  bool in_line = false;  ///< what was written last ends within a line
};

AccessLog::AccessLog(const std::string& file, bool queries,
                     std::function<void(std::string_view)> report)
    : queries_(queries), state_(std::make_shared<State>(file, std::move(report))) {
  std::thread([state = state_] { state->run(); }).detach();
}

AccessLog::~AccessLog() {
  std::unique_lock lock(state_->mutex);
  state_->stopped = true;
  state_->changed.notify_all();
  state_->changed.wait_for(lock, kPatience, [this] { return state_->ended; });
  state_->given_up = true;
}

void AccessLog::add(const Exchange& exchange) {
  const std::string line = to_line(describe(exchange, queries_));
  {
    const std::scoped_lock lock(state_->mutex);
    if (state_->lines.size() > kMostWaiting) {
      ++state_->left_out;
      ++state_->lost;
      return;
    }
    state_->lines += line;
  }
  state_->changed.notify_all();
}

void AccessLog::reopen() {
  {
    const std::scoped_lock lock(state_->mutex);
    state_->reopens = true;
  }
  state_->changed.notify_all();
}

std::uint64_t AccessLog::lost_lines() const { return state_->lost; }

void AccessLog::State::run() {
  std::unique_lock lock(mutex);
  for (;;) {
    changed.wait(lock, [this] { return stopped || reopens || !lines.empty(); });
    const std::string next = std::exchange(lines, {});
    const bool opens = std::exchange(reopens, false);
    if (next.empty() && !opens) break;
    std::uint64_t unsaid = next.empty() ? 0 : std::exchange(left_out, 0);
    lock.unlock();
    if (opens) open_again();
    if (unsaid != 0 &&
        write_lines(to_line({{"time", time_now()}, {"lines_left_out", unsaid}})) == 0) {
      unsaid = 0;
    }
    const std::uint64_t unwritten = write_lines(next);
    lost += unwritten;
    lock.lock();
    left_out += unsaid + unwritten;
  }
  ended = true;
  changed.notify_all();
}

void AccessLog::State::open_again() {
  try {
    const int opened = open_log(file_name);
    close_log(std::exchange(file, opened));
    in_line = false;
  } catch (const Error& error) {  // goes on where it was
    warn(std::string(error.what()) + "\n  " + error.hint());
  }
}

// What cannot be written, as on a full disk, is lost: the server goes on. Returns how many lines.
std::uint64_t AccessLog::State::write_lines(std::string_view text) {
  if (in_line && !write("\n").empty()) return lines_in(text);
  return lines_in(write(text));
}

// Returns what was not written.
std::string_view AccessLog::State::write(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      const std::string cause = std::strerror(errno);
      if (!std::exchange(fails, true)) {
        warn(analyzers::isolate(file_name) + " cannot be written: " + cause +
             "\n  lines of the access log are lost until it can");
      }
      return text;
    }
    in_line = text[static_cast<std::size_t>(written) - 1] != '\n';
    text.remove_prefix(static_cast<std::size_t>(written));
    fails = false;
  }
  return text;
}

void AccessLog::State::warn(const std::string& message) {
  const std::scoped_lock lock(mutex);  // so that it is not said once nobody waits any more
  if (report && !given_up) report(message);
}

}  // namespace warraq::searcher::serve
