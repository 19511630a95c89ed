// Lists of hits: /v1/search and /v1/similar/{id}.
#include "searcher/output/json_answer.h"
#include "searcher/request/filter_notes.h"
#include "searcher/serve/api/answers.h"
#include "searcher/serve/api/route.h"

namespace warraq::searcher::serve::api {

HttpAnswer search(const RouteContext& context) {
  Request request = request_of(context);
  request.duplicate_groups = true;
  Answer answer = context.searcher.search(request);
  add_notes_on_filters(context.searcher, request, answer.notes);
  return json_answer(output::as_json(answer));
}

HttpAnswer similar(const RouteContext& context) {
  const Parameters& parameters = context.request.parameters;
  SimilarRequest request{request_of(context), parameters.flag("duplicates")};
  request.request.duplicate_groups = true;
  // As the command has it: which words two articles share makes no passage to read.
  if (!parameters.has("snippets")) request.request.snippets = 0;
  std::optional<Answer> answer = context.searcher.similar(id_of(context), request);
  if (!answer) return no_article(id_of(context));
  add_notes_on_filters(context.searcher, request.request, answer->notes);
  return json_answer(output::as_json(*answer));
}

}  // namespace warraq::searcher::serve::api
