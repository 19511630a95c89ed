// What a query finds, counted: /v1/facets and /v1/timeline.
#include <string>
#include <utility>
#include <vector>

#include "searcher/output/facets.h"
#include "searcher/request/filter_notes.h"
#include "searcher/serve/api/answers.h"
#include "searcher/serve/api/route.h"
#include "warraq/cli/values.h"

namespace warraq::searcher::serve::api {

HttpAnswer facets(const RouteContext& context) {
  const std::vector<FacetField> fields = read_facet_fields(
      "by", context.request.parameters.list("by").value_or("source,category,year"));
  const std::size_t limit = count_of(context, {"limit", "values", 1, 1'000, 10});
  const Request request = unpaged_request_of(context);
  Facets counts = context.searcher.facets(request, fields, limit);
  add_notes_on_filters(context.searcher, request, counts.notes);
  return json_answer(output::as_json(counts));
}

HttpAnswer timeline(const RouteContext& context) {
  const std::string name = context.request.parameters.value("interval").value_or("auto");
  const auto interval = interval_named(name);
  if (!interval) cli::refuse_value("interval", name, "auto, day, week, month or year");
  const Request request = unpaged_request_of(context);
  Timeline counts = context.searcher.timeline(request, *interval);
  add_notes_on_filters(context.searcher, request, counts.notes);
  return json_answer(output::as_json(counts));
}

}  // namespace warraq::searcher::serve::api
