// Articles that do not lie in files: values and JSON lines that a program has in memory.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "warraq/corpus/article.h"
#include "warraq/corpus/reader.h"
#include "warraq/export.h"

namespace warraq::corpus {

/// The name that articles have in messages which came from no file.
inline constexpr std::string_view kGivenName = "(memory)";

/// The articles that `next` gives, until it gives none. They are taken as JSON lines on standard
/// input would be: invalid UTF-8 is replaced, what has neither title nor body is a Rejection, and
/// so is an extra field that is no JSON; one without id and URL gets a hash of its content for id.
/// What `next` throws goes through.
[[nodiscard]] WARRAQ_EXPORT std::unique_ptr<Reader> read_articles(
    std::function<std::optional<Article>()> next);

/// The articles of JSON lines (FORMATS.md), a line each, likewise. `lines` must outlive the reader.
[[nodiscard]] WARRAQ_EXPORT std::unique_ptr<Reader> read_json_lines(std::string_view lines);

}  // namespace warraq::corpus
