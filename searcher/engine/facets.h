// Counts by field of the articles in a set.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/document_set.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/searcher/facets.h"

namespace warraq::searcher {

/// One facet for each of `fields`, in their order; of names the first `limit`, 0 for all. Throws
/// what Xapian throws.
[[nodiscard]] std::vector<Facet> count_facets(const archive::OpenArchive& archive,
                                              const analyzers::Analyzer& analyzer,
                                              const ArticleSet& articles,
                                              std::span<const FacetField> fields,
                                              std::size_t limit);

}  // namespace warraq::searcher
