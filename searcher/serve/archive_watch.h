// Whether the archive can be read, and how much it holds: looked at every second, so that it is
// known without a request.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <thread>

#include "warraq/searcher/searcher.h"

namespace warraq::searcher::serve {

struct ArchiveFigures {
  bool readable = false;
  std::uint64_t articles = 0;
  ArchiveState state;
};

/// Thread-safe.
class ArchiveWatch {
 public:
  /// Throws as Searcher() does.
  explicit ArchiveWatch(std::filesystem::path archive);
  ~ArchiveWatch();
  ArchiveWatch(const ArchiveWatch&) = delete;
  ArchiveWatch& operator=(const ArchiveWatch&) = delete;

  [[nodiscard]] ArchiveFigures figures() const;

 private:
  void run();
  void look();

  const std::filesystem::path archive_;
  std::optional<Searcher> searcher_;  ///< of the thread
  mutable std::mutex mutex_;
  std::condition_variable stop_;
  bool stopped_ = false;
  ArchiveFigures figures_;
  std::thread thread_;
};

}  // namespace warraq::searcher::serve
