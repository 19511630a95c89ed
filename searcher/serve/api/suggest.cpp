// /v1/suggest: what a query that is being typed may become.
#include "searcher/output/completions.h"
#include "searcher/serve/api/answers.h"
#include "searcher/serve/api/route.h"

namespace warraq::searcher::serve::api {

HttpAnswer suggest(const RouteContext& context) {
  const std::size_t limit = count_of(context, {"limit", "completions", 0, 100, 10});
  const std::string text = unpaged_request_of(context).query;
  output::Json object = output::as_json(context.searcher.suggest(text, limit));
  if (!context.searcher.has_vocabulary()) {
    object["notes"] = {"a part of the archive has no vocabulary: its words are not among these"};
  }
  return json_answer(object);
}

}  // namespace warraq::searcher::serve::api
