// A request's filters, which are conditions like those of its query.
#pragma once

#include <string>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/query/query.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// `condition` and the request's dates, names (any of those of one field) and group of near
/// duplicates. Throws Error(query)
/// for a range of dates that ends before it begins.
[[nodiscard]] Condition with_filters(Condition condition, const Request& request);

/// Whether the request has any filter.
[[nodiscard]] bool is_filtered(const Request& request);

/// A note for each name of the request that no article has.
[[nodiscard]] std::vector<std::string> notes_on_filters(const archive::OpenArchive& archive,
                                                        const Request& request,
                                                        const analyzers::Analyzer& analyzer);

/// A note for each of the condition's names that no article has, with the names most like it; for
/// the first few of them.
[[nodiscard]] std::vector<std::string> notes_on_names(const Xapian::Database& database,
                                                      const Condition& condition,
                                                      const analyzers::Analyzer& analyzer);

}  // namespace warraq::searcher
