// Every article that a query finds, one after the other, however many there are: what export,
// saved queries and concordances read.
#pragma once

#include <cstdint>
#include <functional>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/inquiry.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/corpus/article.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// Which state of an archive is open.
[[nodiscard]] ArchiveState state_of(const archive::OpenArchive& archive);

/// What a stream reads with. All must outlive it.
struct StreamContext {
  archive::OpenArchive& archive;  ///< opened anew where a writer moved it
  const analyzers::Analyzer& analyzer;
  corpus::ArticleParser& parser;
};

/// As the stream's `take`, with the inquiry of the state that the article was found in.
using TakeFound = std::function<bool(const Inquiry& inquiry, const StreamedArticle& article)>;

/// Gives `take` every article that `request` finds, in its order (offset and limit are of no
/// account; collapsed, one of each group), until it returns false; `begin`, once, what is known
/// before the first. In memory are one article, and 24 bytes for each that was found and 8 for each
/// that was given. Where a writer moves the archive meanwhile, the stream goes on in the newer
/// state: what was given is not given again, and nothing is left out that both states hold. Returns
/// how many were given. Throws Error as Inquiry, and no_archive, io.
std::uint64_t stream_articles(const StreamContext& context, const Request& request,
                              const std::function<void(const StreamStart&)>& begin,
                              const TakeFound& take);

}  // namespace warraq::searcher
