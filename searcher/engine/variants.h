// Variants of the words and phrases of a query.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/word_variants.h"
#include "searcher/query/query.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// Adds to each bare word, and to each phrase in its normalised form, what is searched beside it:
/// its spellings elsewhere, names joined and apart, numbers in digits and in words, and beside a
/// day or year the other names of a month. Words in their exact form have none. Only a bounded
/// number of words is looked at, and a phrase has a bounded number of wordings. Throws what Xapian
/// throws.
void add_variants(AnalysedQuery& query, WordVariants& words);

/// Takes away those variants whose words are, at the normalised level, those of one of `spellings`.
void exclude_variants(AnalysedQuery& query, std::span<const std::string> spellings,
                      const analyzers::Analyzer& analyzer);

/// The variants that `query` is searched with, for the answer.
[[nodiscard]] std::vector<SearchedVariants> searched_variants(const AnalysedQuery& query,
                                                              const archive::OpenArchive& archive);

}  // namespace warraq::searcher
