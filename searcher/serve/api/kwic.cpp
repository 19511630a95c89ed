// /v1/kwic: the words of a query in their contexts.
#include <sstream>

#include "searcher/output/concordance.h"
#include "searcher/serve/api/answers.h"
#include "searcher/serve/api/route.h"

namespace warraq::searcher::serve::api {

HttpAnswer kwic(const RouteContext& context) {
  const std::size_t words = count_of(context, {"words", "words on each side", 0, 20, 5});
  const std::size_t lines = count_of(context, {"limit", "lines", 0, 1'000, 100});
  std::ostringstream out;
  const auto printer = output::make_concordance_printer("json", out, words, {});
  output::print_concordance(*printer, context.searcher, unpaged_request_of(context), words, lines);
  std::string text = std::move(out).str();
  if (text.ends_with('\n')) text.pop_back();
  return json_answer(std::move(text));
}

}  // namespace warraq::searcher::serve::api
