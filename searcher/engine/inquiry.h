// One request, made ready: read, analysed and planned.
#pragma once

#include <string>
#include <vector>

#include "indexer/archive/open_archive.h"
#include "searcher/engine/plan.h"
#include "searcher/engine/word_variants.h"
#include "searcher/query/matcher.h"
#include "searcher/query/query.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// What a query without a text finds.
enum class BlankQuery {
  refused,  ///< nothing, unless there are filters: what passes them
  everything
};

/// Neither copied nor moved: its parts refer to one another. Which words begin with a prefix, and
/// which variants a word has, was looked up in the state of the archive that it was made for.
class Inquiry {
 public:
  /// `request` must outlive it. Throws Error: usage for a query without a word, query for one that
  /// cannot be read; and what Xapian throws.
  Inquiry(const analyzers::Analyzer& analyzer, const archive::OpenArchive& archive,
          WordVariants& variants, const Request& request, BlankQuery blank = BlankQuery::refused);
  Inquiry(const Inquiry&) = delete;
  Inquiry& operator=(const Inquiry&) = delete;

  [[nodiscard]] const Request& request() const { return request_; }
  /// The request's filters are a part of its condition.
  [[nodiscard]] const AnalysedQuery& query() const { return query_; }
  [[nodiscard]] const Plan& plan() const { return plan_; }
  [[nodiscard]] const Matcher& matcher() const { return matcher_; }
  /// What was not understood, cut, and the like: for people.
  [[nodiscard]] std::vector<std::string> notes() const;

 private:
  const Request& request_;
  AnalysedQuery query_;
  Plan plan_;
  Matcher matcher_;
};

}  // namespace warraq::searcher
