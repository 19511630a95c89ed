// Counts in messages, worded the same everywhere.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace warraq {

/// "1,234,567".
[[nodiscard]] std::string with_separators(std::uint64_t number);
/// "1 article", "1,234 articles": a count with its noun. Without a plural, the singular with an s.
[[nodiscard]] std::string counted(std::uint64_t number, std::string_view singular,
                                  std::string_view plural = {});

}  // namespace warraq
