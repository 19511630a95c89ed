// Which articles an inquiry finds: what is ranked, ordered, counted, exported.
#pragma once

#include "indexer/archive/open_archive.h"
#include "searcher/engine/document_set.h"
#include "searcher/engine/inquiry.h"
#include "warraq/analyzers/analyzer.h"

namespace warraq::searcher {

/// Every article that the inquiry finds, the request's filters included; superseded versions are
/// left out. Throws what Xapian throws, and Error(no_archive) where a stored article is none.
[[nodiscard]] ArticleSet find_articles(const archive::OpenArchive& archive,
                                       const analyzers::Analyzer& analyzer, const Inquiry& inquiry);

/// Every article of the archive, superseded versions left out.
[[nodiscard]] ArticleSet all_articles(const archive::OpenArchive& archive);

}  // namespace warraq::searcher
