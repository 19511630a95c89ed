// Who asked for what, in JSON lines.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "searcher/serve/http/server.h"

namespace warraq::searcher::serve {

/// Written by a thread of its own, many lines at once, so that a slow disk or a pipe that nobody
/// reads does not hold the server up: past some megabytes that wait, lines are left out, and a line
/// says how many.
class AccessLog {
 public:
  /// Appends to `file`, or writes to standard output for "-". With `queries`, lines hold the path
  /// and what was searched for; without, neither. Throws Error(io).
  AccessLog(const std::string& file, bool queries);
  /// Writes what waits.
  ~AccessLog();
  AccessLog(const AccessLog&) = delete;
  AccessLog& operator=(const AccessLog&) = delete;

  /// {"time", "client", "method", "route", "path"?, "query"?, "status", "bytes", "waited",
  /// "answered", "total"}, times in microseconds.
  void add(const Exchange& exchange);

 private:
  void run();
  void write(std::string_view lines) const;

  const int file_;
  const bool queries_;
  std::mutex mutex_;
  std::condition_variable added_;
  std::string lines_;
  std::size_t left_out_ = 0;
  bool stopped_ = false;
  std::thread writer_;
};

}  // namespace warraq::searcher::serve
