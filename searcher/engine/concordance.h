// Every place where a query's words stand, each with the words around it.
#pragma once

#include <cstddef>
#include <functional>

#include "searcher/engine/article_stream.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// As Searcher::concordance(). An article is analysed as a whole, so that memory is bounded by the
/// longest.
ConcordanceCounts make_concordance(const StreamContext& context, const Request& request,
                                   std::size_t words,
                                   const std::function<void(const StreamStart&)>& begin,
                                   const std::function<bool(const ConcordanceLine&)>& take);

}  // namespace warraq::searcher
