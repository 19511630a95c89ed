// Why a query found what it found.
#pragma once

#include "indexer/archive/open_archive.h"
#include "searcher/engine/inquiry.h"
#include "searcher/engine/run.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/corpus/article.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// Explains the page that `context` found. Each part of a score comes from a search of its own,
/// through the same weighting and restricted to the hit. Throws what Xapian throws.
[[nodiscard]] Explanation explain_page(const RunContext& context, const Inquiry& inquiry,
                                       const FoundPage& page, corpus::ArticleParser& parser);

}  // namespace warraq::searcher
