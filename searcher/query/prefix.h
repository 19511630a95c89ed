// Words that begin with the letters of a prefix (كتا*).
#pragma once

#include <string_view>

#include "searcher/query/query.h"

namespace warraq::searcher {

/// Whether a word begins with `letters`, as it is or without what the stemmer takes off its front
/// (ال, و …). All at the normalised level; `stem` is the word's.
[[nodiscard]] bool begins_with(std::string_view normalised, std::string_view stem,
                               std::string_view letters);

/// Whether the word is found by the `prefix` clause; no stop word ever is.
[[nodiscard]] bool matches_prefix(const AnalysedClause& prefix, const analyzers::Token& word);

}  // namespace warraq::searcher
