// What a query that is being typed may become.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// What Searcher::suggest() says. Throws what Xapian throws.
[[nodiscard]] std::vector<Completion> complete(const archive::OpenArchive& archive,
                                               const analyzers::Analyzer& analyzer,
                                               std::string_view text, std::size_t limit);

}  // namespace warraq::searcher
