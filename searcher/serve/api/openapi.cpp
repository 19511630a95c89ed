// /v1/openapi.yaml: what describes this interface.
#include "searcher/serve/api/route.h"

namespace warraq::searcher::serve::api {

extern const std::string_view kOpenApi;

HttpAnswer openapi(const RouteContext& /*context*/) {
  HttpAnswer answer;
  answer.content_type = "application/yaml";  // RFC 9512
  answer.body = kOpenApi;
  return answer;
}

}  // namespace warraq::searcher::serve::api
