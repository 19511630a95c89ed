// What no term can settle about an article: whether an exact phrase stands in it.
#pragma once

#include <xapian.h>

#include "searcher/engine/run.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/corpus/article.h"

namespace warraq::searcher {

/// Leaves out articles whose text holds the words of an exact phrase but not the phrase in this
/// form, by reading them.
class ExactPhraseCheck final : public Xapian::MatchDecider {
 public:
  explicit ExactPhraseCheck(const RunContext& context) : context_(context) {}

  bool operator()(const Xapian::Document& document) const override;

 private:
  const RunContext& context_;
  // Scratch: Xapian calls the decider as a constant, from one thread.
  mutable corpus::ArticleParser parser_;
  mutable analyzers::Analysis title_;
  mutable analyzers::Analysis body_;
};

}  // namespace warraq::searcher
