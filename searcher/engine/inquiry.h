// One request, made ready: read, analysed and planned. Depends on no state of an archive, so that a
// run may be repeated on a newer one.
#pragma once

#include "searcher/engine/plan.h"
#include "searcher/query/matcher.h"
#include "searcher/query/query.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher {

/// Neither copied nor moved: its parts refer to one another.
class Inquiry {
 public:
  /// Throws Error(usage) for a query without a word.
  Inquiry(const analyzers::Analyzer& analyzer, const archive::OpenArchive& archive,
          const Request& request);
  Inquiry(const Inquiry&) = delete;
  Inquiry& operator=(const Inquiry&) = delete;

  [[nodiscard]] const Request& request() const { return request_; }
  [[nodiscard]] const AnalysedQuery& query() const { return query_; }
  [[nodiscard]] const Plan& plan() const { return plan_; }
  [[nodiscard]] const Matcher& matcher() const { return matcher_; }

 private:
  const Request& request_;
  AnalysedQuery query_;
  Plan plan_;
  Matcher matcher_;
};

}  // namespace warraq::searcher
