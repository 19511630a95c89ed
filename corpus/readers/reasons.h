// Reasons of rejection that the readers of records share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace warraq::corpus {

/// Of a record of `size` bytes where `limit` are allowed.
[[nodiscard]] std::string reason_too_large(std::uint64_t size, std::size_t limit);

/// Of an input that failed after so many records.
[[nodiscard]] std::string reason_ended_early(const std::string& failure, std::uint64_t records);

}  // namespace warraq::corpus
