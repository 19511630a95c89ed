// Who asked for what, in JSON lines.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "searcher/serve/http/server.h"

namespace warraq::searcher::serve {

/// Written by a thread of its own, many lines at once, so that a slow disk or a pipe that nobody
/// reads does not hold the server up: past some megabytes that wait, lines are left out, and so are
/// those that cannot be written. A line says how many, as soon as one can be written. Thread-safe.
class AccessLog {
 public:
  /// Appends to `file`, or writes to standard output for "-". With `queries`, lines hold the path
  /// and what was searched for; without, neither. `report`, which may be empty, is told why lines
  /// cannot be written, once until they can again, on the thread that writes them. Throws
  /// Error(io), also for a pipe that nobody has open to read.
  AccessLog(const std::string& file, bool queries,
            std::function<void(std::string_view)> report = {});
  /// Writes what waits, for kPatience at the most: who does not read does not keep the server up.
  ~AccessLog();
  AccessLog(const AccessLog&) = delete;
  AccessLog& operator=(const AccessLog&) = delete;

  /// {"time", "client", "method", "route", "path"?, "query"?, "status", "bytes", "waited",
  /// "answered", "total"}, times in microseconds.
  void add(const Exchange& exchange);
  /// Opens the file by its name again, before the next line: it was renamed meanwhile.
  void reopen();
  /// Lines that were left out or could not be written.
  [[nodiscard]] std::uint64_t lost_lines() const;

  static constexpr std::chrono::seconds kPatience{2};

 private:
  struct State;

  const bool queries_;
  const std::shared_ptr<State> state_;  ///< with the thread, which may outlive this
};

}  // namespace warraq::searcher::serve
