// Fields of an article that Warraq has no member for.
#pragma once

#include <string>
#include <string_view>

#include "warraq/corpus/article.h"

namespace warraq::corpus {

[[nodiscard]] bool has_extra(const Article& article, std::string_view name);

/// The text of the extra field `name`, or of a list of texts line by line; empty where it is none.
[[nodiscard]] std::string extra_text(const Article& article, std::string_view name);

/// Gives the article the field `name` with this text, valid UTF-8; an empty one gives none. One of
/// that name that is there already is replaced.
void set_extra(Article& article, std::string_view name, std::string_view text);

/// The same with a value that is JSON already.
void set_extra_json(Article& article, std::string_view name, std::string json);

}  // namespace warraq::corpus
