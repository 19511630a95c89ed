// What is served where. A worker has one SearchResponder, which has its own Searcher.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "searcher/request/read_request.h"
#include "searcher/serve/http/message.h"
#include "warraq/error.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::serve {

struct ServeOptions {
  std::filesystem::path archive;
  RequestLimits limits{100, 10'000, 10, 4'096};
  std::chrono::milliseconds deadline{5'000};  ///< of a query
  std::string allowed_origin;                 ///< --cors; "": none
  /// Told what visitors are not: why the archive cannot be read. On workers' threads; may be empty.
  std::function<void(const Error&)> on_trouble;
};

/// What a route's function gets.
struct RouteContext {
  const HttpRequest& request;
  Searcher& searcher;  ///< in the archive's latest state
  const ServeOptions& options;
};

/// searcher/serve/api/: all of /v1. An answer of status 0 where the path is none of its. Throws
/// Error: usage for parameters that a route does not take, and as Searcher does.
[[nodiscard]] HttpAnswer answer_api(const RouteContext& context);
/// The pattern of the route that answers it, "/v1/articles/{id}"; "" where it is none of /v1: for
/// logs and metrics also where answer_api() throws.
[[nodiscard]] std::string_view api_route(const HttpRequest& request);
/// Whether the answer is of any length: /v1/export.
[[nodiscard]] bool is_stream(const HttpRequest& request);

/// searcher/serve/page/: /, /articles/{id} and /assets/…. Likewise.
[[nodiscard]] HttpAnswer answer_page(const RouteContext& context);
/// As api_route().
[[nodiscard]] std::string_view page_route(const HttpRequest& request);

/// A tag of the archive's state for ETag, the same for all workers that read the same state.
[[nodiscard]] std::string state_tag(const ArchiveState& state);

}  // namespace warraq::searcher::serve
