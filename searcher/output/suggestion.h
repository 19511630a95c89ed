// How suggestions are worded and written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/output/json_hit.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::output {

/// As json and jsonl name it: spelling, fewer_words, …
[[nodiscard]] std::string_view kind_name(Suggestion::Kind kind);

/// What is offered, for people: a line each, none where nothing is. The first of an answer without
/// an article says so.
[[nodiscard]] std::vector<std::string> suggestion_lines(const Answer& answer);

/// Where the answer is to a suggestion: what was searched, for people; else empty.
[[nodiscard]] std::string relaxed_line(const Answer& answer);

[[nodiscard]] Json as_json(const Suggestion& suggestion);
/// The mark of hits that a suggestion found: its query, its kind, and what it leaves out.
[[nodiscard]] Json relaxed_mark(const Suggestion& suggestion);

}  // namespace warraq::searcher::output
