// Answers that say what went wrong, the same for programs everywhere.
#pragma once

#include <string_view>

#include "searcher/serve/http/message.h"
#include "searcher/serve/http/refusal.h"
#include "warraq/error.h"

namespace warraq::searcher::serve {

/// {"version": 1, "error": {"status", "message", "hint"}}, without the hint where it is empty.
[[nodiscard]] HttpAnswer error_answer(unsigned status, std::string_view message,
                                      std::string_view hint = {});

[[nodiscard]] HttpAnswer error_answer(const Refusal& refusal);

/// The status of an answer that says `error`: 400, 500, 503 or 504.
[[nodiscard]] unsigned status_of(const Error& error);

}  // namespace warraq::searcher::serve
