// Whether a query is to be answered with suggestions, and what an archive says of them.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/inquiry.h"
#include "searcher/engine/word_variants.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// What to offer beside an answer of `total` articles; nothing, at next to no cost, where articles
/// were found for each word of the query. `variants` are those that the inquiry was made with: most
/// words of what is offered are known to them. Throws what Xapian throws.
[[nodiscard]] std::vector<Suggestion> suggest_queries(const archive::OpenArchive& archive,
                                                      const analyzers::Analyzer& analyzer,
                                                      WordVariants& variants,
                                                      const Inquiry& inquiry, std::uint64_t total);

}  // namespace warraq::searcher
