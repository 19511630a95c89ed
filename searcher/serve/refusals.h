// Refusals as those who ask can read them: JSON for programs, a page for people.
#pragma once

#include "searcher/serve/http/message.h"
#include "searcher/serve/http/refusal.h"

namespace warraq::searcher::serve {

/// Whether a browser asks, by the path: not for /v1/, health and metrics. Of a request that was not
/// understood the target says it; what is no path at all is no browser's.
[[nodiscard]] bool is_for_people(const HttpRequest& request);

[[nodiscard]] HttpAnswer refusal_answer(const HttpRequest& request, const Refusal& refusal);

}  // namespace warraq::searcher::serve
