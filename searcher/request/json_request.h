// Requests as JSON objects: for programs in other languages.
#pragma once

#include <string>
#include <string_view>

#include "searcher/request/parameters.h"

namespace warraq::searcher {

/// `base` with what the JSON object in `text` says in its place: its members are parameters by
/// their names, with strings, whole numbers, booleans or arrays of strings; an empty array takes a
/// parameter away. Throws Error(usage) for what is no such object, and for two members of one name.
[[nodiscard]] Parameters read_json_parameters(std::string_view text, Parameters base = {});

/// The same for a request's line. A member `id`, a string or a whole number, is put into `id`,
/// before anything is refused. Throws Error(usage) for names that request_parameters() has not.
[[nodiscard]] Parameters read_json_request(std::string_view line, Parameters base, std::string& id);

}  // namespace warraq::searcher
