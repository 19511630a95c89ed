// What an archive holds, as a JSON value.
#pragma once

#include "searcher/output/json_hit.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::output {

/// What `info --format json` prints.
[[nodiscard]] Json as_json(const ArchiveInfo& info);

}  // namespace warraq::searcher::output
