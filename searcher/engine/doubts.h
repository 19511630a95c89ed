// Where the hashes in streams of words may be wrong about a query's words.
#pragma once

#include <optional>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/document_set.h"
#include "searcher/engine/plan.h"
#include "warraq/analyzers/analyzer.h"

namespace warraq::searcher {

/// The documents that hold another word with a mark of one of the words: only of these may a
/// stream say that the words stand there where they do not. Nothing where the database has no
/// vocabulary to tell. Throws what Xapian throws.
[[nodiscard]] std::optional<DocumentSet> doubtful_documents(const Settled& settled,
                                                            const archive::OpenedDatabase& database,
                                                            const analyzers::Analyzer& analyzer);

}  // namespace warraq::searcher
