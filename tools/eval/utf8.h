// Whether bytes are UTF-8, so that what is read can be printed as JSON.
#pragma once

#include <string_view>

namespace warraq::eval {

/// True where `bytes` is well-formed UTF-8 (Unicode 15, table 3-7).
[[nodiscard]] bool is_utf8(std::string_view bytes);

}  // namespace warraq::eval
