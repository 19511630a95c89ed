// By when what is asked of an archive must be answered.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "warraq/error.h"

namespace warraq::archive {

/// Asked at every step of what may take long: a block of postings, a stream of words, a word of the
/// vocabulary. Looks at the clock every so many steps. Used by one thread.
class Deadline {
 public:
  using Time = std::optional<std::chrono::steady_clock::time_point>;

  /// Nothing: however long it takes.
  void set(Time time) { time_ = time; }
  [[nodiscard]] Time time() const { return time_; }

  /// Both throw Error(timeout) where it has passed. A step takes microseconds at the most.
  void check() {
    if (time_ && ++steps_ % kStepsUnlooked == 0) check_now();
  }
  void check_now() const {
    if (time_ && std::chrono::steady_clock::now() >= *time_) {
      throw Error(ErrorCode::timeout, "the request was not answered in the time that it has",
                  "ask for less at once, or allow more time");
    }
  }

 private:
  static constexpr std::uint32_t kStepsUnlooked = 16;

  Time time_;
  std::uint32_t steps_ = 0;
};

}  // namespace warraq::archive
