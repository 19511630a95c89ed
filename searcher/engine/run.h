// Runs a plan against an archive: which articles, in which order, and how many in all.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/found_article.h"
#include "searcher/engine/plan.h"
#include "searcher/query/matcher.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

struct FoundPage {
  std::vector<FoundArticle> articles;
  std::uint64_t total = 0;
  bool total_is_exact = true;
  std::vector<double> rarities;  ///< of closer forms, as the second look took them
};

/// What a run needs besides the request. All must outlive it.
struct RunContext {
  const archive::OpenArchive& archive;
  const analyzers::Analyzer& analyzer;
  const Plan& plan;
  const Matcher& matcher;
};

/// The page of the request: relevance, or the order of dates with relevance second and articles
/// without a date last. An id never shows twice. Throws what Xapian throws.
[[nodiscard]] FoundPage run_plan(const RunContext& context, const Request& request);

}  // namespace warraq::searcher
