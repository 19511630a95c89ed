// What no term can settle about an article that a query found.
#pragma once

#include <xapian.h>

#include "searcher/engine/run.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/corpus/article.h"

namespace warraq::searcher {

/// Leaves out documents that another version took the place of, and articles whose text holds the
/// words of an exact phrase but not the phrase. A stored article is read for the latter only.
class ArticleCheck final : public Xapian::MatchDecider {
 public:
  explicit ArticleCheck(const RunContext& context) : context_(context) {}

  /// Whether a run has anything to check.
  [[nodiscard]] static bool is_needed(const RunContext& context);

  bool operator()(const Xapian::Document& document) const override;

 private:
  [[nodiscard]] bool has_exact_phrases(const Xapian::Document& document) const;

  const RunContext& context_;
  // Scratch: Xapian calls the decider as a constant, from one thread.
  mutable corpus::ArticleParser parser_;
  mutable analyzers::Analysis title_;
  mutable analyzers::Analysis body_;
};

}  // namespace warraq::searcher
