// /v1/openapi.yaml: what describes this interface.
#include "searcher/serve/api/route.h"
#include "searcher/serve/embedded.h"

namespace warraq::searcher::serve::api {

HttpAnswer openapi(const RouteContext& /*context*/) {
  HttpAnswer answer;
  answer.content_type = "application/yaml";  // RFC 9512
  answer.body = embedded::openapi_yaml().content;
  return answer;
}

}  // namespace warraq::searcher::serve::api
