// A request's target (RFC 9112, 3.2): path, segments and parameters.
#pragma once

#include <optional>
#include <string_view>

#include "searcher/serve/http/message.h"
#include "searcher/serve/http/refusal.h"

namespace warraq::searcher::serve {

/// Takes request.target apart: path, segments and parameters. Refuses what is no target, is not
/// UTF-8, has NUL in it, or a path with empty or dot segments, spelt with percent signs or without.
[[nodiscard]] std::optional<Refusal> read_target(HttpRequest& request);

}  // namespace warraq::searcher::serve
