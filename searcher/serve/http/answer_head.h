// The head of an answer as bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/serve/http/message.h"

namespace warraq::searcher::serve {

/// What an answer's head says of the connection and of the body behind it.
struct Framing {
  unsigned version = 11;  ///< of the request
  bool keep_alive = true;
  bool chunked = false;
  std::optional<std::uint64_t> length;  ///< of the body; nothing: up to the connection's end
};

/// Status line and headers with the empty line behind them. `fixed` are header lines of every
/// answer. Control characters in a header's value become spaces, so that none can begin another.
[[nodiscard]] std::string write_head(const HttpAnswer& answer, const Framing& framing,
                                     std::string_view fixed);

/// Whether an answer of this status has a body (RFC 9110, 6.4.1).
[[nodiscard]] bool has_body(unsigned status);

/// One "Name: value" line each.
[[nodiscard]] std::string header_lines(
    const std::vector<std::pair<std::string, std::string>>& headers);

}  // namespace warraq::searcher::serve
