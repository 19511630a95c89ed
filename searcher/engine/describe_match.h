// How the articles of an inquiry are found, in words, with how many each part finds.
#pragma once

#include <string>

#include "searcher/engine/document_set.h"
#include "searcher/engine/inquiry.h"
#include "searcher/engine/match.h"

namespace warraq::searcher {

/// One line for each part of the condition, indented by its depth: what it is, the terms that find
/// it, what is settled on streams of words, and how many of `articles` it finds.
[[nodiscard]] std::string describe_match(const Inquiry& inquiry, ArticleFinder& finder,
                                         const ArticleSet& articles);

}  // namespace warraq::searcher
