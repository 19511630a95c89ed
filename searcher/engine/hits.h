// Found documents to hits: the stored article, its highlights and snippets.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/inquiry.h"
#include "searcher/engine/run.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/corpus/article.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// The article stored as `document`. Throws Error(no_archive) where what is stored is no article.
[[nodiscard]] corpus::Article read_article(const archive::OpenArchive& archive,
                                           Xapian::docid document, corpus::ArticleParser& parser);
/// The same of `json`, which archive.stored_json(document) gave.
[[nodiscard]] corpus::Article parse_article(const archive::OpenArchive& archive,
                                            Xapian::docid document, std::string_view json,
                                            corpus::ArticleParser& parser);

/// The group of near duplicates of `article`, which is stored as `document`: its own where it
/// joined no other's.
[[nodiscard]] std::uint64_t group_of(const archive::OpenArchive& archive, Xapian::docid document,
                                     const corpus::Article& article);

/// The hits of one page, in its order.
[[nodiscard]] std::vector<Hit> make_hits(const archive::OpenArchive& archive,
                                         const analyzers::Analyzer& analyzer,
                                         const Inquiry& inquiry, const FoundPage& page,
                                         corpus::ArticleParser& parser);

}  // namespace warraq::searcher
