// /v1/articles/{id}: an article as it is stored, the same object as 'get' prints.
#include "warraq/corpus/article.h"
#include "searcher/serve/api/answers.h"
#include "searcher/serve/api/route.h"

namespace warraq::searcher::serve::api {

HttpAnswer article(const RouteContext& context) {
  const auto found = context.searcher.get(id_of(context));
  return found ? json_answer(corpus::to_json(*found)) : no_article(id_of(context));
}

}  // namespace warraq::searcher::serve::api
