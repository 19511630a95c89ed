// Requests on standard input, a line each, answered as they come: query --stdin.
#pragma once

#include <cstddef>
#include <functional>
#include <istream>
#include <optional>
#include <ostream>
#include <string>

#include "searcher/output/format.h"
#include "searcher/request/parameters.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::commands {

/// Longer than any query, with every byte of it escaped.
inline constexpr std::size_t kMaxLineBytes = std::size_t{8} << 20;

/// Lines of any length, of which memory holds no more than a limit.
class BoundedLines {
 public:
  BoundedLines(std::istream& in, std::size_t most) : in_(in), most_(most) {}

  /// The next line without its end, cut to `most` bytes; false where there is none.
  [[nodiscard]] bool next(std::string& line);
  /// Whether that line was longer.
  [[nodiscard]] bool was_cut() const { return cut_; }

 private:
  std::istream& in_;
  std::size_t most_;
  bool cut_ = false;
};

struct QueryLines {
  Parameters options;  ///< of the command line: what a line does not say
  /// Of every answer; nothing: json for a request in JSON, human for a text.
  std::optional<output::Format> format;
  output::FormatOptions format_options;
  /// What a format needs of a request. Throws Error(usage) for what does not go with it.
  std::function<void(Request&, output::Format)> prepare;
};

/// Answers the lines of `in` to `out`, each before the next is read, from the archive's latest
/// state: those that begin with { as JSON objects (json_request.h), any other but [ as the
/// text of a query. What cannot be answered is said (json: on `out`, as an object; else on standard
/// error), and the rest goes on. Returns the exit code: 0, 1 where nothing was found for any of
/// them, 8 where some were refused; of a single request its own error's.
int answer_lines(Searcher& searcher, const QueryLines& lines, std::istream& in, std::ostream& out);

}  // namespace warraq::searcher::commands
