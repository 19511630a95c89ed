// One JSON text as a record.
#pragma once

#include <string_view>

#include "corpus/readers/json_articles.h"
#include "warraq/corpus/reader.h"

namespace warraq::corpus {

/// What `articles` makes of `json`. JSON is UTF-8; that of older programs may be in another
/// character set, which is then told by its letters.
[[nodiscard]] Record record_of_json(JsonArticles& articles, std::string_view json, Origin origin);

}  // namespace warraq::corpus
