// What is wrong with the archive, told once and not with each request.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <string_view>

#include "warraq/error.h"

namespace warraq::searcher::serve {

/// Whether it is the archive that `error` is of, not the request or the program.
[[nodiscard]] bool is_of_the_archive(const Error& error);

/// Requests come by the thousand, and each would say the same: a cause is reported once, with its
/// hint, and again only after a minute without any. Of a spell no more than kMostCauses are
/// reported, for each damaged block is another one. Thread-safe, if `report` is.
class ArchiveTroubles {
 public:
  /// `report` may be empty.
  explicit ArchiveTroubles(std::function<void(std::string_view)> report)
      : report_(std::move(report)) {}

  void add(const Error& error);

  static constexpr std::size_t kMostCauses = 8;

 private:
  [[nodiscard]] bool is_to_be_told(const std::string& cause);

  const std::function<void(std::string_view)> report_;
  std::mutex mutex_;
  std::set<std::string> told_;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace warraq::searcher::serve
