// The routes of the page: /, /articles/{id} and /assets/{hash}/….
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "searcher/serve/api/etag.h"
#include "searcher/serve/http/error_answer.h"
#include "searcher/serve/page/assets.h"
#include "searcher/serve/page/pages.h"
#include "searcher/serve/routes.h"

namespace warraq::searcher::serve {
namespace {

constexpr std::string_view kPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

constexpr std::string_view kSearch = "/";
constexpr std::string_view kArticle = "/articles/{id}";
constexpr std::string_view kAsset = "/assets/{hash}/{name}";

HttpAnswer html_answer(unsigned status, std::string body) {
  HttpAnswer answer;
  answer.status = status;
  answer.content_type = "text/html; charset=utf-8";
  answer.headers.emplace_back("Content-Security-Policy", kPolicy);
  answer.body = std::move(body);
  return answer;
}

HttpAnswer uncached(HttpAnswer answer) {
  answer.headers.emplace_back("Cache-Control", "no-store");
  return answer;
}

HttpAnswer asset_answer(const HttpRequest& request) {
  for (const Asset* asset : {&page_css(), &page_js()}) {
    if (request.segments[2] != asset->name) continue;
    HttpAnswer answer;
    answer.content_type = asset->content_type;
    // A page of another version of the program gets what there is, but not for long.
    const bool is_this = request.segments[1] == asset->hash;
    answer.headers.emplace_back("Cache-Control",
                                is_this ? "public, max-age=31536000, immutable" : "no-cache");
    answer.body = asset->content;
    answer.route = kAsset;
    return answer;
  }
  HttpAnswer none;
  none.status = 0;
  return none;
}

HttpAnswer search_answer(const RouteContext& context) {
  const PageRequest asked = read_page_request(context.request.parameters, context.options.limits);
  return html_answer(200, asked.asks ? results_page(context, asked) : front_page(context, asked));
}

// The path's second segment; of an id that can be none, as "..", the parameter.
std::string id_of(const HttpRequest& request) {
  if (request.segments.size() == 2) return request.segments[1];
  return request.parameters.value("id").value_or("");
}

HttpAnswer article_answer(const RouteContext& context) {
  const std::string id = id_of(context.request);
  std::string page = article_page(context, id);
  if (!page.empty()) return html_answer(200, std::move(page));
  return html_answer(404, no_article_page(context.request.parameters, id));
}

// A browser may keep a page, and asks each time whether it still holds.
template <typename Make>
HttpAnswer tagged(const RouteContext& context, Make make) {
  const std::string tag = target_tag(context.request, context.searcher.state());
  HttpAnswer answer;
  if (names_tag(context.request.header("if-none-match"), tag)) {
    answer.status = 304;
  } else {
    answer = make(context);
  }
  if (answer.status != 200 && answer.status != 304) return uncached(std::move(answer));
  answer.headers.emplace_back("ETag", tag);
  answer.headers.emplace_back("Cache-Control", "no-cache");
  return answer;
}

template <typename Make>
HttpAnswer page_answer(const RouteContext& context, std::string_view route, Make make) {
  HttpAnswer answer = tagged(context, make);
  answer.route = route;
  return answer;
}

}  // namespace

HttpAnswer error_page(const HttpRequest& request, const Error& error) {
  HttpAnswer answer =
      uncached(html_answer(status_of(error), problem_page(request.parameters, error)));
  answer.route = page_route(request);
  return answer;
}

HttpAnswer refusal_page(const HttpRequest& request, const Refusal& refusal) {
  return uncached(html_answer(refusal.status, problem_page(request.parameters, refusal)));
}

std::string_view page_route(const HttpRequest& request) {
  const auto& segments = request.segments;
  if (segments.empty()) return kSearch;
  if (segments.size() == 2 && segments[0] == "articles") return kArticle;
  const bool by_id = segments.size() == 1 && request.parameters.has("id");
  if (by_id && segments[0] == "articles") return kArticle;
  if (segments.size() == 3 && segments[0] == "assets") return kAsset;
  return {};
}

HttpAnswer answer_page(const RouteContext& context) {
  const std::string_view route = page_route(context.request);
  if (route == kSearch) return page_answer(context, route, search_answer);
  if (route == kArticle) return page_answer(context, route, article_answer);
  if (route == kAsset) return asset_answer(context.request);
  HttpAnswer none;
  none.status = 0;
  return none;
}

}  // namespace warraq::searcher::serve
