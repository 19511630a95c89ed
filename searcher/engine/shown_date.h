// The day of an article as results have it.
#pragma once

#include <string>

namespace warraq::searcher {

/// However an article writes its day, results have it in one form, YYYY-MM-DD; `given` as it is
/// where it begins with that, or where no day can be read.
[[nodiscard]] std::string shown_date(const std::string& given);

}  // namespace warraq::searcher
