// Variants of the words and phrases of a query.
#pragma once

#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/word_variants.h"
#include "searcher/query/query.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// Adds to each bare word, and to each phrase in its normalised form, what is searched beside it:
/// its spellings elsewhere, names joined and apart, numbers in digits and in words, and beside a
/// day or year the other names of a month. Words in their exact form have none. Only a bounded
/// number of words is looked at, and a phrase has a bounded number of wordings. Throws what Xapian
/// throws.
void add_variants(AnalysedQuery& query, WordVariants& words);

/// The variants that `query` is searched with, for the answer.
[[nodiscard]] std::vector<SearchedVariants> searched_variants(const AnalysedQuery& query,
                                                              const archive::OpenArchive& archive);

}  // namespace warraq::searcher
