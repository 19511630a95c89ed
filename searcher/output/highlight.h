// Highlights in text for people.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "warraq/searcher/searcher.h"

namespace warraq::searcher::output {

/// What stands before and after a highlighted word.
struct HighlightMarks {
  std::string_view before;
  std::string_view after;
};

/// Bold red on a terminal that takes colour; asterisks where it does not or goes to a file.
[[nodiscard]] HighlightMarks highlight_marks(bool colour);

/// `text` made fit for display, isolated for direction, with its highlights marked.
[[nodiscard]] std::string highlighted(std::string_view text, const std::vector<ByteRange>& ranges,
                                      HighlightMarks marks);

/// The same of a snippet, with … where it was cut.
[[nodiscard]] std::string highlighted(const Snippet& snippet, HighlightMarks marks);

/// `text` as long as a line for people may hold it: some 300 letters, cut between characters, with
/// … behind them.
[[nodiscard]] std::string cut_for_people(std::string_view text);

}  // namespace warraq::searcher::output
