#include "searcher/serve/api/answers.h"

#include <chrono>
#include <utility>

#include "searcher/output/highlight.h"
#include "searcher/serve/http/error_answer.h"
#include "warraq/analyzers/direction.h"
#include "warraq/cli/values.h"

namespace warraq::searcher::serve::api {

namespace {

Request read_within(const RouteContext& context, const RequestLimits& limits) {
  Request request = read_request(context.request.parameters, limits, Naming::parameter);
  request.deadline = std::chrono::steady_clock::now() + context.options.deadline;
  return request;
}

}  // namespace

Request request_of(const RouteContext& context) {
  return read_within(context, context.options.limits);
}

Request unpaged_request_of(const RouteContext& context) {
  RequestLimits limits = context.options.limits;
  limits.limit = RequestLimits().limit;
  return read_within(context, limits);
}

std::size_t count_of(const RouteContext& context, const Count& count) {
  const auto text = context.request.parameters.value(count.name);
  if (!text) return count.fallback;
  return cli::read_number({count.name, count.unit, count.least, count.most}, *text);
}

const std::string& id_of(const RouteContext& context) { return context.request.segments.back(); }

HttpAnswer no_article(std::string_view id) {
  constexpr unsigned kNotFound = 404;
  return error_answer(kNotFound,
                      "there is no article " + analyzers::isolate(output::cut_for_people(id)));
}

HttpAnswer json_answer(std::string text) {
  HttpAnswer answer;
  answer.content_type = "application/json; charset=utf-8";
  answer.body = std::move(text);
  answer.body += '\n';
  return answer;
}

HttpAnswer json_answer(const output::Json& value) { return json_answer(output::to_text(value)); }

}  // namespace warraq::searcher::serve::api
