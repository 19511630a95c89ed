// Concordances: one line a place where a word stands, with the words around it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
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

/// What there is to say where articles are found and no line is shown, though all might be; else
/// nothing.
[[nodiscard]] std::optional<std::string> note_on_nothing_shown(const ConcordanceEnd& end);

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

/// Has `printer` print what the request finds, `lines` lines at the most, with what there is to say
/// of its filters among the notes. Returns what it finished with. Throws as
/// Searcher::concordance().
ConcordanceEnd print_concordance(ConcordancePrinter& printer, Searcher& searcher,
                                 const Request& request, std::size_t words, std::uint64_t lines);

}  // namespace warraq::searcher::output
