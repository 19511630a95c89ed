#include "searcher/serve/search_responder.h"

#include <exception>
#include <new>

#include "searcher/serve/for_visitors.h"
#include "searcher/serve/http/error_answer.h"
#include "searcher/serve/page/pages.h"
#include "warraq/error.h"

namespace warraq::searcher::serve {
namespace {

// JSON for programs, a page for people.
HttpAnswer answer_to(const HttpRequest& request, const Error& error) {
  const bool is_program = !request.segments.empty() && request.segments.front() == "v1";
  HttpAnswer answer;
  if (is_program) {
    answer = error_answer(status_of(error), error.what(), error.hint());
    answer.route = api_route(request);
  } else {
    answer = error_page(request, error);
  }
  if (answer.status == 503) answer.headers.emplace_back("Retry-After", "5");
  return answer;
}

bool is_of_the_archive(const Error& error) {
  return error.code() == ErrorCode::no_archive || error.code() == ErrorCode::io ||
         error.code() == ErrorCode::incompatible;
}

}  // namespace

HttpAnswer SearchResponder::answer(const HttpRequest& request) {
  try {
    return route(request);
  } catch (const Error& error) {
    if (is_of_the_archive(error)) searcher_.reset();
    return answer_to(request, for_visitors(error, options_.report));
  } catch (const std::bad_alloc&) {
    return answer_to(request, Error(ErrorCode::io, "not enough memory for this request",
                                    "ask for less at once"));
  } catch (const std::exception& /*error*/) {
    searcher_.reset();
    return answer_to(request, Error(ErrorCode::internal, "internal error"));
  }
}

HttpAnswer SearchResponder::route(const HttpRequest& request) {
  if (searcher_) {
    searcher_->refresh();
  } else {
    searcher_.emplace(options_.archive);
  }
  const RouteContext context{request, *searcher_, options_};
  HttpAnswer answer = answer_api(context);
  if (answer.status == 0) answer = answer_page(context);
  if (answer.status == 0) answer = error_answer(404, "there is nothing at this path");
  return answer;
}

}  // namespace warraq::searcher::serve
