// The routes of /v1, each with the function that answers it and the parameters that it takes.
#pragma once

#include <string_view>
#include <vector>

#include "searcher/output/json_hit.h"
#include "searcher/serve/routes.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::serve::api {

struct Route {
  std::string_view pattern;  ///< "/v1/articles/{id}": {id} is one segment, whatever it holds
  HttpAnswer (*answer)(const RouteContext&) = nullptr;
  std::vector<std::string_view> parameters;  ///< all that it takes; another is an error
  /// Whether the archive's state and the target say all of the answer: it has a tag then.
  bool tagged = true;
};

/// All of them.
[[nodiscard]] const std::vector<Route>& routes();

/// The one that `request` is for; null where there is none.
[[nodiscard]] const Route* route_of(const HttpRequest& request);

// One for each route. They throw Error as Searcher does, and usage for a value that a parameter
// does not take.
[[nodiscard]] HttpAnswer search(const RouteContext& context);
[[nodiscard]] HttpAnswer article(const RouteContext& context);
[[nodiscard]] HttpAnswer similar(const RouteContext& context);
[[nodiscard]] HttpAnswer suggest(const RouteContext& context);
[[nodiscard]] HttpAnswer facets(const RouteContext& context);
[[nodiscard]] HttpAnswer timeline(const RouteContext& context);
[[nodiscard]] HttpAnswer kwic(const RouteContext& context);
[[nodiscard]] HttpAnswer export_articles(const RouteContext& context);
[[nodiscard]] HttpAnswer info(const RouteContext& context);
[[nodiscard]] HttpAnswer openapi(const RouteContext& context);

}  // namespace warraq::searcher::serve::api
