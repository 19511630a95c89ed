// Where the records are in an object that holds them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace warraq::corpus {

/// The names of the members, from the outside in, that lead to an array.
using JsonPath = std::vector<std::string>;

/// The way to the first array of objects in `json`, the beginning of an object's text, in the order
/// in which they are written. Nothing where there is none, or it is nested more deeply than a
/// parser takes.
[[nodiscard]] std::optional<JsonPath> find_record_path(std::string_view json);

/// The way that a map's `record = a.b` means; `.` is none.
[[nodiscard]] JsonPath record_path(std::string_view dotted);

/// The text of a member's name as it is written, with its quotes.
[[nodiscard]] std::string member_name(std::string_view quoted);

}  // namespace warraq::corpus
