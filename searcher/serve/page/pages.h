// Whole pages.
#pragma once

#include <string>
#include <string_view>

#include "searcher/serve/http/refusal.h"
#include "searcher/serve/page/page_request.h"
#include "searcher/serve/routes.h"
#include "warraq/error.h"

namespace warraq::searcher::serve {

/// Without anything asked: what the archive holds, and where to begin.
[[nodiscard]] std::string front_page(const RouteContext& context, const PageRequest& asked);
[[nodiscard]] std::string results_page(const RouteContext& context, const PageRequest& asked);
/// Empty where there is no such article.
[[nodiscard]] std::string article_page(const RouteContext& context, std::string_view id);
/// What went wrong, as a page; `parameters` are those of the request that it went wrong with.
[[nodiscard]] std::string problem_page(const Parameters& parameters, const Error& error);
/// The same as an answer: also for what is no page's fault, where a page was asked for.
[[nodiscard]] HttpAnswer error_page(const HttpRequest& request, const Error& error);
/// What the server refuses where a page was asked for; the request may have been read in part.
[[nodiscard]] HttpAnswer refusal_page(const HttpRequest& request, const Refusal& refusal);
[[nodiscard]] std::string problem_page(const Parameters& parameters, const Refusal& refusal);
[[nodiscard]] std::string no_article_page(const Parameters& parameters, std::string_view id);

}  // namespace warraq::searcher::serve
