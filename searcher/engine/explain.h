// Why a query found what it found.
#pragma once

#include "searcher/engine/run.h"
#include "warraq/corpus/article.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// Explains the page that `context` found. Each part of a score is worked out for its hit alone.
/// Throws what Xapian throws.
[[nodiscard]] Explanation explain_page(const RunContext& context, const FoundPage& page,
                                       corpus::ArticleParser& parser);

}  // namespace warraq::searcher
