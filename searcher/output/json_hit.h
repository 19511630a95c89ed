// Hits and answers as JSON values, for json and jsonl.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "warraq/searcher/searcher.h"

namespace warraq::searcher::output {

using Json = nlohmann::ordered_json;

/// Byte ranges as [[start, end], …].
[[nodiscard]] Json as_json(const std::vector<ByteRange>& ranges);
[[nodiscard]] Json as_json(const Snippet& snippet);
[[nodiscard]] Json as_json(const Hit& hit);

/// What was searched beside each word: [{word, variants: [{text, rules, articles}]}].
[[nodiscard]] Json variants_json(const std::vector<SearchedVariants>& variants);

/// A group of near duplicates: 16 hexadecimal digits.
[[nodiscard]] std::string group_digits(std::uint64_t group);

/// total, total_is_exact and, where there are any, articles, notes, variants and facets: what
/// json's object and jsonl's summary share.
void add_totals(Json& object, const Answer& answer);

/// Compact text on one line; anything that is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::string to_text(const Json& value);

}  // namespace warraq::searcher::output
