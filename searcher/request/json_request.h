// Requests as JSON objects, a line each: for programs in other languages.
#pragma once

#include <string>
#include <string_view>

#include "searcher/request/parameters.h"

namespace warraq::searcher {

/// `base` with what the object in `line` says in its place: its members are parameters by their
/// names, with strings, numbers, booleans or arrays of strings; an empty array takes a parameter
/// away. A member `id`, a string or a whole number, is put into `id`, before anything is refused.
/// Throws Error(usage) for what is no such object, and for a member of another name or kind.
[[nodiscard]] Parameters read_json_request(std::string_view line, Parameters base, std::string& id);

}  // namespace warraq::searcher
