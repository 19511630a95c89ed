// Completions of a query that is being typed, as JSON values.
#pragma once

#include <vector>

#include "searcher/output/json_hit.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::output {

[[nodiscard]] Json as_json(const Completion& completion);
/// What `suggest --format json` prints.
[[nodiscard]] Json as_json(const std::vector<Completion>& completions);

}  // namespace warraq::searcher::output
