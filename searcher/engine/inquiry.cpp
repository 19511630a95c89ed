#include "searcher/engine/inquiry.h"

#include "warraq/error.h"

namespace warraq::searcher {
namespace {

AnalysedQuery analysed(const analyzers::Analyzer& analyzer, const Request& request) {
  AnalysedQuery query = analyse_query(parse_query(request.query, request.syntax), analyzer,
                                      request.exact, Searcher::kMaxQueryWords);
  if (query.clauses.empty()) {
    throw Error(ErrorCode::usage, "the query holds no word", "give at least one word to search");
  }
  if (request.all_words) require_all_words(query);
  return query;
}

}  // namespace

Inquiry::Inquiry(const analyzers::Analyzer& analyzer, const archive::OpenArchive& archive,
                 const Request& request)
    : request_(request),
      query_(analysed(analyzer, request)),
      plan_(make_plan(query_, analyzer, archive)),
      matcher_(query_) {}

}  // namespace warraq::searcher
