#include "searcher/serve/access_log.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <nlohmann/json.hpp>
#include <utility>

#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::searcher::serve {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostWaiting = 4 << 20;

int open_log(const std::string& file) {
  if (file == "-") return STDOUT_FILENO;
  const int opened = open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0640);
  if (opened >= 0) return opened;
  throw Error(ErrorCode::io,
              analyzers::isolate(file) + " cannot be written: " + std::strerror(errno),
              "name another file with --access-log, or - for standard output");
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

}  // namespace

AccessLog::AccessLog(const std::string& file, bool queries)
    : file_(open_log(file)), queries_(queries), writer_([this] { run(); }) {}

AccessLog::~AccessLog() {
  {
    const std::scoped_lock lock(mutex_);
    stopped_ = true;
  }
  added_.notify_one();
  writer_.join();
  if (file_ != STDOUT_FILENO) close(file_);
}

void AccessLog::add(const Exchange& exchange) {
  const std::string line = to_line(describe(exchange, queries_));
  {
    const std::scoped_lock lock(mutex_);
    if (lines_.size() > kMostWaiting) {
      ++left_out_;
      return;
    }
    lines_ += line;
  }
  added_.notify_one();
}

void AccessLog::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    added_.wait(lock, [this] { return stopped_ || !lines_.empty(); });
    if (lines_.empty()) return;
    std::string lines = std::exchange(lines_, {});
    if (const std::size_t count = std::exchange(left_out_, 0); count != 0) {
      lines += to_line({{"time", time_now()}, {"lines_left_out", count}});
    }
    lock.unlock();
    write(lines);
    lock.lock();
  }
}

// What cannot be written, as on a full disk, is lost: the server goes on.
void AccessLog::write(std::string_view lines) const {
  while (!lines.empty()) {
    const ssize_t written = ::write(file_, lines.data(), lines.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    lines.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace warraq::searcher::serve
