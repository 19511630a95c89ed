// The line on standard error that tells how far a run has come.
#pragma once

#include <chrono>
#include <string>

#include "warraq/indexer/indexer.h"

namespace warraq::indexer::cli {

enum class ProgressMode { automatic, always, never };

/// On a terminal one line that is written over; elsewhere (--progress always) a line now and then.
class ProgressLine {
 public:
  explicit ProgressLine(ProgressMode mode);
  void show(const Progress& progress);
  /// Takes the line away, so that a message can stand in its place.
  void clear();
  [[nodiscard]] double seconds() const;

 private:
  [[nodiscard]] std::string text(const Progress& progress) const;

  bool terminal_;
  bool wanted_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point next_line_;
};

/// "3:07" or "1:02:45".
[[nodiscard]] std::string clock_time(double seconds);

}  // namespace warraq::indexer::cli
