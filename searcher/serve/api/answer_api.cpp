// /v1: which route a request is for, and what all of them have in common.
#include <algorithm>
#include <string>
#include <utility>

#include "searcher/output/highlight.h"
#include "searcher/serve/api/etag.h"
#include "searcher/serve/api/route.h"
#include "searcher/serve/http/error_answer.h"
#include "warraq/analyzers/direction.h"

namespace warraq::searcher::serve {
namespace api {
namespace {

using Names = std::vector<std::string_view>;

constexpr unsigned kNoRoute = 0;
constexpr unsigned kOk = 200;
constexpr unsigned kNotModified = 304;
constexpr unsigned kNotFound = 404;

constexpr std::string_view kExport = "/v1/export";

Names operator+(Names names, const Names& more) {
  names.insert(names.end(), more.begin(), more.end());
  return names;
}

std::vector<Route> make_routes() {
  const Names filters = {"from", "to", "source", "category", "author", "agency", "group"};
  const Names page = {"limit", "offset", "snippets"};
  const Names query =
      Names{"query"} + filters + Names{"exact", "no-variants", "exclude-variant", "all", "strict"};
  return {
      {"/v1/search", search, request_parameters()},
      {"/v1/articles/{id}", article, {}},
      {"/v1/similar/{id}", similar, page + filters + Names{"duplicates"}},
      {"/v1/suggest", suggest, {"query", "limit"}},
      {"/v1/facets", facets, Names{"by", "limit"} + query},
      {"/v1/timeline", timeline, Names{"interval"} + query},
      {"/v1/kwic", kwic, Names{"words", "limit", "sort"} + query},
      // Goes on in a newer state where there is one: of no state that could be named.
      {kExport, export_articles,
       Names{"id", "format", "fields", "with-body", "bom", "limit", "sort", "collapse"} + query,
       false},
      {"/v1/info", info, {}},
      {"/v1/openapi.yaml", openapi, {}},
  };
}

bool matches(std::string_view pattern, const std::vector<std::string>& segments) {
  for (const std::string& segment : segments) {
    if (pattern.empty()) return false;
    pattern.remove_prefix(1);  // '/'
    const std::string_view expected = pattern.substr(0, pattern.find('/'));
    if (expected != "{id}" && expected != segment) return false;
    pattern.remove_prefix(expected.size());
  }
  return pattern.empty();
}

HttpAnswer not_modified() {
  HttpAnswer answer;
  answer.status = kNotModified;
  return answer;
}

// A client may keep an answer, and asks each time whether it still holds: a new article is found at
// once. A tag is never of a later state than its answer, so that none outlives what it stands for.
HttpAnswer tagged_answer(const Route& route, const RouteContext& context) {
  const std::string tag = target_tag(context.request, context.searcher.state());
  const std::string_view condition = context.request.header("if-none-match");
  HttpAnswer answer = names_tag(condition, tag) ? not_modified() : route.answer(context);
  if (answer.status == kOk && names_all(condition)) answer = not_modified();
  if (answer.status != kOk && answer.status != kNotModified) return answer;
  answer.headers.emplace_back("ETag", tag);
  answer.headers.emplace_back("Cache-Control", "no-cache");
  return answer;
}

HttpAnswer untagged_answer(const Route& route, const RouteContext& context) {
  HttpAnswer answer = route.answer(context);
  answer.headers.emplace_back("Cache-Control", "no-store");
  return answer;
}

HttpAnswer answer_route(const Route& route, const RouteContext& context) {
  require_known(context.request.parameters, route.parameters);
  return route.tagged ? tagged_answer(route, context) : untagged_answer(route, context);
}

}  // namespace

const std::vector<Route>& routes() {
  static const std::vector<Route> all = make_routes();
  return all;
}

const Route* route_of(const HttpRequest& request) {
  for (const Route& route : routes()) {
    if (matches(route.pattern, request.segments)) return &route;
  }
  return nullptr;
}

}  // namespace api

HttpAnswer answer_api(const RouteContext& context) {
  HttpAnswer answer;
  answer.status = api::kNoRoute;
  const auto& segments = context.request.segments;
  if (segments.empty() || segments.front() != "v1") return answer;
  const api::Route* const route = api::route_of(context.request);
  if (route == nullptr) {
    return error_answer(
        api::kNotFound,
        "there is nothing at " + analyzers::isolate(output::cut_for_people(context.request.path)),
        "/v1/openapi.yaml describes what there is");
  }
  answer = api::answer_route(*route, context);
  answer.route = route->pattern;
  return answer;
}

std::string_view api_route(const HttpRequest& request) {
  const api::Route* const route = api::route_of(request);
  return route == nullptr ? std::string_view() : route->pattern;
}

bool is_stream(const HttpRequest& request) { return api_route(request) == api::kExport; }

}  // namespace warraq::searcher::serve
