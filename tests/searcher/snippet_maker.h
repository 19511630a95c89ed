// Snippets of a text for a query, without an archive.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/searcher/searcher.h"

namespace warraq::tests {

[[nodiscard]] const analyzers::Analyzer& shared_analyzer();

/// A query as it is searched; without clauses where it holds no word.
[[nodiscard]] searcher::AnalysedQuery analysed_query(
    std::string_view query, searcher::Syntax syntax = searcher::Syntax::query,
    const searcher::AnalysisOptions& options = {});

/// The snippets of `body` for `query`, every word of equal weight.
[[nodiscard]] std::vector<searcher::Snippet> snippets_of(std::string_view query,
                                                         std::string_view body,
                                                         std::size_t count = 1,
                                                         std::size_t bytes = 400);

/// The first snippet with its highlights in [brackets] and … where it was cut; empty for none.
[[nodiscard]] std::string marked_snippet(std::string_view query, std::string_view body,
                                         std::size_t bytes = 400);

/// The same of one snippet.
[[nodiscard]] std::string marked(const searcher::Snippet& snippet);

/// The highlights of `title`, in [brackets].
[[nodiscard]] std::string marked_title(std::string_view query, std::string_view title);

}  // namespace warraq::tests
