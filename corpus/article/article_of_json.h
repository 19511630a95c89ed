// An article from a JSON object that has its fields by their own names.
#pragma once

#include <simdjson.h>

#include <string_view>

#include "warraq/corpus/article.h"

namespace warraq::corpus {

/// The reason why a record without text is none.
inline constexpr std::string_view kNeitherTitleNorBody = "neither a title nor a body";

/// `json` is the text that `object` was parsed from; numbers and extra values are taken from it.
[[nodiscard]] ParsedArticle article_of_json(simdjson::dom::object object, std::string_view json);

}  // namespace warraq::corpus
