// Concordances: one line a place where a word stands, with the words around it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/output/highlight.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::output {

/// What is said after the last line.
struct ConcordanceEnd {
  ConcordanceCounts counts;
  std::uint64_t total = 0;  ///< articles found
  bool complete = true;     ///< false: there is more
  std::vector<std::string> notes;
};

/// Prints one concordance to one stream, which must outlive it.
class ConcordancePrinter {
 public:
  explicit ConcordancePrinter(std::ostream& out) : out_(out) {}
  ConcordancePrinter(const ConcordancePrinter&) = delete;
  ConcordancePrinter& operator=(const ConcordancePrinter&) = delete;
  virtual ~ConcordancePrinter() = default;

  virtual void print(const ConcordanceLine& line) = 0;
  virtual void finish(const ConcordanceEnd& end) = 0;

 protected:
  [[nodiscard]] std::ostream& out() { return out_; }

 private:
  std::ostream& out_;
};

/// `format` is human, json, jsonl or csv. `words` is how many a line has on each side of its
/// keyword.
[[nodiscard]] std::unique_ptr<ConcordancePrinter> make_concordance_printer(std::string_view format,
                                                                           std::ostream& out,
                                                                           std::size_t words,
                                                                           HighlightMarks marks);

/// How much of a concordance is printed, and who hears of it meanwhile; both may be empty.
struct ConcordancePrinting {
  std::size_t words = 0;  ///< on each side
  std::uint64_t lines = 0;
  /// Told notes before the first line, and after the last.
  std::function<void(const std::vector<std::string>& notes)> on_notes = {};
  /// Asked before each line; false ends it.
  std::function<bool()> goes_on = {};
};

/// Prints the lines of the request's concordance, and returns what finish() says after them. Throws
/// as Searcher::concordance() does.
[[nodiscard]] ConcordanceEnd print_concordance(Searcher& searcher, const Request& request,
                                               const ConcordancePrinting& printing,
                                               ConcordancePrinter& printer);

}  // namespace warraq::searcher::output
