// One article with the places of a query's words in it.
#pragma once

#include <optional>
#include <string_view>

#include "searcher/engine/run.h"
#include "warraq/corpus/article.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// The article called `id` with what the inquiry finds in it; nothing where there is none.
[[nodiscard]] std::optional<HighlightedArticle> highlight_article(const RunContext& context,
                                                                  std::string_view id,
                                                                  corpus::ArticleParser& parser);

}  // namespace warraq::searcher
