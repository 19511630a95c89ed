// Where a record stands, in words.
#pragma once

#include <string>

#include "warraq/corpus/reader.h"

namespace warraq::indexer::cli {

/// "news.jsonl, record 3, line 4".
[[nodiscard]] std::string place_of(const corpus::Origin& origin);

}  // namespace warraq::indexer::cli
