#include "searcher/serve/routes.h"

namespace warraq::searcher::serve {

HttpAnswer answer_page(const RouteContext& /*context*/) {
  HttpAnswer none;
  none.status = 0;
  return none;
}

}  // namespace warraq::searcher::serve
