// JSON objects as parameters.
#pragma once

#include "searcher/request/parameters.h"

namespace warraq::c {

/// The members of a JSON object; none where `json` is null or empty. Throws Error(usage) for what
/// is no object of texts, numbers, true, false and arrays of these.
[[nodiscard]] searcher::Parameters read_parameters(const char* json);

}  // namespace warraq::c
