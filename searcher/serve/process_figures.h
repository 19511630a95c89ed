// What this process uses of the machine (proc(5)).
#pragma once

#include <cstdint>

namespace warraq::searcher::serve {

struct ProcessFigures {
  std::uint64_t resident_bytes = 0;
  std::uint64_t virtual_bytes = 0;
  double cpu_seconds = 0;  ///< user and system
  std::uint64_t open_descriptors = 0;
  std::uint64_t most_descriptors = 0;
  double start_seconds = 0;  ///< since 1970
};

/// What cannot be read is 0.
[[nodiscard]] ProcessFigures process_figures();

}  // namespace warraq::searcher::serve
