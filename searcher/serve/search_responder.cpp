#include "searcher/serve/search_responder.h"

#include <exception>
#include <new>

#include "searcher/serve/for_visitors.h"
#include "searcher/serve/http/error_answer.h"
#include "warraq/error.h"

namespace warraq::searcher::serve {
namespace {

HttpAnswer unavailable(const Error& error) {
  HttpAnswer answer = error_answer(503, error.what(), error.hint());
  answer.headers.emplace_back("Retry-After", "5");
  return answer;
}

HttpAnswer answer_to(const Error& error) {
  switch (error.code()) {
    case ErrorCode::usage:
    case ErrorCode::query:
      return error_answer(400, error.what(), error.hint());
    case ErrorCode::no_archive:
    case ErrorCode::locked:
    case ErrorCode::io:
      return unavailable(error);
    case ErrorCode::timeout:
      return error_answer(504, error.what(), error.hint());
    default:
      return error_answer(500, error.what(), error.hint());
  }
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
    return answer_to(for_visitors(error));
  } catch (const std::bad_alloc&) {
    return error_answer(503, "not enough memory for this request", "ask for less at once");
  } catch (const std::exception& /*error*/) {
    searcher_.reset();
    return error_answer(500, "internal error");
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
