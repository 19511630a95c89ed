// A whole answer as one JSON value.
#pragma once

#include "searcher/output/json_hit.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::output {

/// What `json` prints of a query.
[[nodiscard]] Json as_json(const Answer& answer);

}  // namespace warraq::searcher::output
