// The articles that facets and timelines are about.
#pragma once

#include <string>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/document_set.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

struct Selection {
  ArticleSet articles;
  std::vector<std::string> notes;  ///< on the query
};

/// What the request finds; without a query, what passes its filters. Throws as Searcher::search(),
/// and what Xapian throws.
[[nodiscard]] Selection select_articles(const archive::OpenArchive& archive,
                                        const analyzers::Analyzer& analyzer,
                                        const Request& request);

/// Takes out of `articles` what does not pass the request's filters. Throws what Xapian throws,
/// and Error(query) for dates that run backwards.
void keep_filtered(const archive::OpenArchive& archive, const analyzers::Analyzer& analyzer,
                   const Request& request, ArticleSet& articles);

}  // namespace warraq::searcher
