// What holds of whatever a reader makes of its input.
#pragma once

#include <cstdlib>
#include <optional>

#include "warraq/corpus/reader.h"

namespace warraq::fuzz {

/// Reads all records; an article must come back from its own JSON.
inline void read_to_end(corpus::Reader& reader) {
  corpus::ArticleParser parser;
  while (const std::optional<corpus::Record> record = reader.next()) {
    const auto* read = std::get_if<corpus::ReadArticle>(&*record);
    if (read == nullptr) continue;
    if (parser.parse(corpus::to_json(read->article)).article != read->article) std::abort();
  }
}

}  // namespace warraq::fuzz
