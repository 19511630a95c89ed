// Says in plain words what is wrong with a JSON text, and where.
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>

namespace warraq::corpus {

/// How deep objects and arrays may be nested in each other.
inline constexpr std::size_t kMaxNesting = simdjson::DEFAULT_MAX_DEPTH;

/// Why `json` could not be read, given the error that simdjson found. Positions are bytes from 1.
[[nodiscard]] std::string describe_fault(std::string_view json, simdjson::error_code error);

}  // namespace warraq::corpus
