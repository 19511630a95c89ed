#include "searcher/serve/search_responder.h"

#include <exception>
#include <new>
#include <utility>

#include "searcher/serve/archive_troubles.h"
#include "searcher/serve/http/error_answer.h"
#include "searcher/serve/page/pages.h"
#include "searcher/serve/refusals.h"
#include "warraq/error.h"

namespace warraq::searcher::serve {
namespace {

// JSON for programs, a page for people.
HttpAnswer answer_to(const HttpRequest& request, const Error& error) {
  HttpAnswer answer;
  if (is_for_people(request)) {
    answer = error_page(request, error);
  } else {
    answer = error_answer(status_of(error), error.what(), error.hint());
    answer.route = api_route(request);
  }
  if (answer.status == 503) answer.headers.emplace_back("Retry-After", "5");
  return answer;
}

// Of an archive that cannot be read visitors learn no file's name and no command.
Error for_visitors(const Error& error) {
  if (!is_of_the_archive(error)) return error;
  return {error.code(), "the archive cannot be read now"};
}

}  // namespace

HttpAnswer SearchResponder::answer(const HttpRequest& request) {
  try {
    HttpAnswer answer = route_anew(request);
    watch(answer);
    return answer;
  } catch (const Error& error) {
    on_error(error);
    return answer_to(request, for_visitors(error));
  } catch (const std::bad_alloc&) {
    return answer_to(request, Error(ErrorCode::io, "not enough memory for this request",
                                    "ask for less at once"));
  } catch (const std::exception& /*error*/) {
    searcher_.reset();
    return answer_to(request, Error(ErrorCode::internal, "internal error"));
  }
}

// What was open may be at odds with what is there now, by damage or by another archive put in its
// place: opened anew, it is read, or says itself what is wrong with it.
HttpAnswer SearchResponder::route_anew(const HttpRequest& request) {
  if (searcher_) {
    try {
      return route(request);
    } catch (const Error& error) {
      if (!is_of_the_archive(error)) throw;
      searcher_.reset();
    }
  }
  return route(request);
}

// What goes wrong after the head was sent can be told to nobody else.
void SearchResponder::watch(HttpAnswer& answer) {
  if (!answer.stream) return;
  answer.stream = [this, stream = std::move(answer.stream)](BodyWriter& writer) {
    try {
      stream(writer);
    } catch (const Error& error) {
      on_error(error);
      throw;
    }
  };
}

void SearchResponder::on_error(const Error& error) {
  if (!is_of_the_archive(error)) return;
  searcher_.reset();
  if (options_.on_trouble) options_.on_trouble(error);
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
  if (answer.status == 0) answer = refusal_answer(request, {404, "there is nothing at this path"});
  return answer;
}

}  // namespace warraq::searcher::serve
