// Fields that Article has no member for, as text.
#pragma once

#include <string_view>

#include "warraq/corpus/article.h"

namespace warraq::corpus {

[[nodiscard]] bool has_extra(const Article& article, std::string_view name);

/// Gives `article` the extra field `name` with `text`, valid UTF-8, as a JSON string, in the place
/// of one of that name. An empty text is no field: nothing changes.
void set_extra(Article& article, std::string_view name, std::string_view text);

}  // namespace warraq::corpus
