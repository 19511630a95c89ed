// A dictionary for the articles that a build is about to store.
#pragma once

#include <optional>

#include "indexer/archive/stored_text.h"
#include "indexer/run/article_source.h"

namespace warraq::indexer {

/// Trains one on some of the next megabytes of `source`, which gives them as ever afterwards; none
/// where there are so few that it would cost more than it saves. The same input makes the same
/// dictionary, whatever the options.
[[nodiscard]] std::optional<archive::TextDictionary> train_dictionary(ArticleSource& source);

}  // namespace warraq::indexer
