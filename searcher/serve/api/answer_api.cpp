#include "searcher/serve/routes.h"

namespace warraq::searcher::serve {

HttpAnswer answer_api(const RouteContext& /*context*/) {
  HttpAnswer none;
  none.status = 0;
  return none;
}

bool is_stream(const HttpRequest& request) { return request.path == "/v1/export"; }

}  // namespace warraq::searcher::serve
