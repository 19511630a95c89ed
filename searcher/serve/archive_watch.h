// Whether the archive can be read, and how much it holds: looked at every second, so that it is
// known without a request.
//
// Looking every second costs nothing but where the archive changed, and so does not see files that
// were damaged in place. Requests do; what they report is followed up.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string_view>
#include <thread>

#include "searcher/serve/archive_troubles.h"
#include "warraq/error.h"
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
  /// Throws as Searcher() does. `report` is told why the archive cannot be read, as
  /// ArchiveTroubles has it; may be empty.
  explicit ArchiveWatch(std::filesystem::path archive,
                        std::function<void(std::string_view)> report = {});
  ~ArchiveWatch();
  ArchiveWatch(const ArchiveWatch&) = delete;
  ArchiveWatch& operator=(const ArchiveWatch&) = delete;

  [[nodiscard]] ArchiveFigures figures() const;
  /// A request found the archive unreadable: so it counts, until within a second it is opened anew
  /// and tried.
  void add_trouble(const Error& error);

 private:
  void run();
  void look_again();
  void look();
  void open();

  const std::filesystem::path archive_;
  std::optional<Searcher> searcher_;  ///< of the thread
  mutable std::mutex mutex_;
  std::condition_variable stop_;
  bool stopped_ = false;
  bool doubted_ = false;
  ArchiveTroubles troubles_;
  ArchiveFigures figures_;
  std::thread thread_;
};

}  // namespace warraq::searcher::serve
