// UTF-8 whose bytes were taken for another character set and encoded again.
#pragma once

#include <string>
#include <string_view>

namespace warraq::analyzers {

/// Puts what repair_double_encoding() makes of `text`, valid UTF-8, into `repaired`; false, and
/// nothing put, where there is nothing to repair: one pass at the speed of memchr on ordinary text.
[[nodiscard]] bool repair_into(std::string_view text, std::string& repaired);

}  // namespace warraq::analyzers
