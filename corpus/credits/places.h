// Places that datelines begin with, for the datelines that their shape alone does not tell.
#pragma once

#include <string_view>

namespace warraq::corpus {

/// Whether `text` is the name of a country, a capital or a city that Arabic news is often written
/// from, however it is spelled (name_key()). Thread-safe.
[[nodiscard]] bool is_known_place(std::string_view text);

}  // namespace warraq::corpus
