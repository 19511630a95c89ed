// Values deep inside a JSON object, by path, and what is left of it without them.
#pragma once

#include <simdjson.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace warraq::corpus {

/// The way to a value: the numbers of members and elements from the outside in, from 0.
using JsonPlace = std::vector<std::size_t>;

struct JsonValue {
  simdjson::dom::element element;
  std::string_view text;  ///< as it is written
  JsonPlace place;
};

/// The values at `path`: names of members joined by dots, a number for one element of an array; in
/// every other array on the way, all elements are looked into. A name may hold dots, if it is the
/// whole rest of the path. Of members of one name the last counts. No deeper than 32 levels. `json`
/// is the text of `object`.
[[nodiscard]] std::vector<JsonValue> find_values(simdjson::dom::object object,
                                                 std::string_view json, std::string_view path);

/// Appends the texts in `value`: a string, a number or truth value as it is written, and those of
/// an array's elements; null is none. False where an object is among them, or arrays in arrays more
/// than 32 deep.
[[nodiscard]] bool append_texts(const JsonValue& value, std::vector<std::string>& texts);

/// The object or array `value`, whose text is `text`, as compact JSON without what is at `places`,
/// which are sorted and alike in their first `depth` numbers; empty where nothing is left.
[[nodiscard]] std::string json_without(const simdjson::dom::element& value, std::string_view text,
                                       std::span<const JsonPlace> places, std::size_t depth);

}  // namespace warraq::corpus
