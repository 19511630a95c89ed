// Snippets: passages of a stored text with a query's words highlighted.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "searcher/query/matcher.h"
#include "searcher/snippets/passages.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// Makes the snippets of one query, article after article, keeping its buffers. Holds references to
/// what it was made with. Not thread-safe.
class SnippetMaker {
 public:
  /// Longer bodies are looked at as far as this: a snippet must not cost a gigabyte's analysis.
  static constexpr std::size_t kMaxBodyBytes = std::size_t{1} << 20;

  /// `unit_weights` has one weight, above 0, for each of the matcher's units.
  SnippetMaker(const analyzers::Analyzer& analyzer, const Matcher& matcher,
               std::vector<double> unit_weights, PassageOptions options);

  /// The best passages of `body`, in its order. Line breaks, control characters and
  /// no-break spaces are spaces in them, runs of spaces one, and bidirectional controls are gone.
  /// Highlights cover words as they are written (analyzers::written_words()).
  [[nodiscard]] std::vector<Snippet> snippets(std::string_view body);

  /// The ranges of a title or body, as it is, to highlight.
  [[nodiscard]] std::vector<ByteRange> highlights(std::string_view text, TextPart part);

 private:
  const analyzers::Analyzer& analyzer_;
  const Matcher& matcher_;
  std::vector<double> unit_weights_;
  PassageOptions options_;
  analyzers::Analysis analysis_;
};

}  // namespace warraq::searcher
