// What the routes of /v1 share: reading a request, and making an answer.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/output/json_hit.h"
#include "searcher/serve/routes.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::serve::api {

/// The request that the parameters make, within the server's limits and with its deadline.
[[nodiscard]] Request request_of(const RouteContext& context);
/// The same for routes whose `limit` counts something else than hits: they read it by count_of().
[[nodiscard]] Request unpaged_request_of(const RouteContext& context);

/// What a route's own number may be.
struct Count {
  std::string_view name;
  std::string_view unit;
  std::size_t least = 0;
  std::size_t most = 0;
  std::size_t fallback = 0;  ///< where the parameter is not given
};
/// Throws Error(usage) for anything else.
[[nodiscard]] std::size_t count_of(const RouteContext& context, const Count& count);

/// The article's id: the last segment of the path.
[[nodiscard]] const std::string& id_of(const RouteContext& context);
[[nodiscard]] HttpAnswer no_article(std::string_view id);

/// Status 200, with `text` as application/json.
[[nodiscard]] HttpAnswer json_answer(std::string text);
[[nodiscard]] HttpAnswer json_answer(const output::Json& value);

}  // namespace warraq::searcher::serve::api
