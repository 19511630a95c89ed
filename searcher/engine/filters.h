// A request's filters as database queries.
#pragma once

#include <xapian.h>
#include <string>
#include <vector>

#include "warraq/analyzers/analyzer.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// `query` restricted to the request's dates and names, which weigh nothing. An
/// article without a date is outside of any range of dates. Throws Error(query) for a range that
/// ends before it begins.
[[nodiscard]] Xapian::Query filtered(const Xapian::Query& query, const Request& request,
                                     const analyzers::Analyzer& analyzer);

/// Whether the request has any filter.
[[nodiscard]] bool is_filtered(const Request& request);

/// A note for each name of the request that no article has.
[[nodiscard]] std::vector<std::string> notes_on_filters(const Xapian::Database& database,
                                                        const Request& request,
                                                        const analyzers::Analyzer& analyzer);

}  // namespace warraq::searcher
