#pragma once

#include <cstdint>
#include <stop_token>

#include "indexer/run/stopped.h"

namespace warraq::indexer {

/// For loops of short steps: throws Stopped when asked to, now and then. `stop` must outlive it.
class StopCheck {
 public:
  explicit StopCheck(const std::stop_token& stop) : stop_(stop) {}
  void look() {
    if (++calls_ % kInterval == 0 && stop_.stop_requested()) throw Stopped();
  }

 private:
  static constexpr std::uint32_t kInterval = 4096;
  const std::stop_token& stop_;
  std::uint32_t calls_ = 0;
};

}  // namespace warraq::indexer
