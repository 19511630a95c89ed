// How far what lies on disk may grow while it is decompressed and unpacked.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>

#include "warraq/corpus/reader.h"

namespace warraq::corpus {

/// Counts what comes out of one input on disk, through all layers of compression and containers
/// together: each layer must be paid for. Not thread-safe.
class Expansion {
 public:
  /// `bytes_read` counts what was read of all inputs on disk; it must outlive this.
  Expansion(const ExpansionLimit& limit, const std::atomic<std::uint64_t>& bytes_read)
      : limit_(limit), bytes_read_(bytes_read), before_(bytes_read.load()) {}

  /// Takes note of `bytes` more. False where it has become too much.
  [[nodiscard]] bool add(std::size_t bytes);

  /// What a message says of too much.
  [[nodiscard]] std::string failure() const;

 private:
  const ExpansionLimit limit_;
  const std::atomic<std::uint64_t>& bytes_read_;
  const std::uint64_t before_;  ///< bytes_read_, when this input was opened
  std::uint64_t bytes_ = 0;
};

}  // namespace warraq::corpus
