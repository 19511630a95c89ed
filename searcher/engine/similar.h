// Articles like one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/corpus/article.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// The words of `article` that tell the most of it, each once, the most telling first: by how often
/// a word's stem stands in it (the title's words count more) and how rare the stem is in the
/// archive. None that no other article has.
[[nodiscard]] std::vector<std::string> telling_words(const archive::OpenArchive& archive,
                                                     const analyzers::Analyzer& analyzer,
                                                     const corpus::Article& article);

/// As Searcher::similar(): a search for the article's telling words.
[[nodiscard]] std::optional<Answer> find_similar(const archive::OpenArchive& archive,
                                                 const analyzers::Analyzer& analyzer,
                                                 corpus::ArticleParser& parser, std::string_view id,
                                                 const SimilarRequest& request);

}  // namespace warraq::searcher
