// Answers that say what went wrong, the same for programs everywhere.
#pragma once

#include <string_view>

#include "searcher/serve/http/message.h"

namespace warraq::searcher::serve {

/// {"version": 1, "error": {"status", "message", "hint"}}, without the hint where it is empty.
[[nodiscard]] HttpAnswer error_answer(unsigned status, std::string_view message,
                                      std::string_view hint = {});

}  // namespace warraq::searcher::serve
