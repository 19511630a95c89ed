// What the server did so far, for Prometheus.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "searcher/serve/archive_watch.h"
#include "searcher/serve/http/server.h"

namespace warraq::searcher::serve {

/// Thread-safe.
class Metrics {
 public:
  void add(const Exchange& exchange);
  /// All of it in Prometheus' text format 0.0.4. `lost_lines` are the access log's, if there is
  /// one.
  [[nodiscard]] std::string text(const ServerFigures& server, const ArchiveFigures& archive,
                                 std::optional<std::uint64_t> lost_lines = std::nullopt) const;

  /// Upper ends of the histogram's buckets, in seconds.
  static constexpr std::array<double, 12> kBuckets = {.001, .0025, .005, .01, .025, .05,
                                                      .1,   .25,   .5,   1,   2.5,  5};

 private:
  struct Durations {
    std::array<std::uint64_t, kBuckets.size()> below{};  ///< not cumulative
    std::uint64_t count = 0;
    double sum = 0;
  };
  mutable std::mutex mutex_;
  std::map<std::pair<std::string, unsigned>, std::uint64_t> requests_;  ///< by route and status
  std::map<std::string, Durations> durations_;                          ///< by route
  std::uint64_t bytes_ = 0;
};

/// A label's value as the format has it: backslashes, quotes and line breaks escaped.
[[nodiscard]] std::string escape_label(std::string_view value);

}  // namespace warraq::searcher::serve
