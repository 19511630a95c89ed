#include "searcher/serve/refusals.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "searcher/serve/http/error_answer.h"
#include "searcher/serve/page/pages.h"

namespace warraq::searcher::serve {

bool is_for_people(const HttpRequest& request) {
  constexpr std::array<std::string_view, 4> kOfPrograms = {"/v1", "/healthz", "/readyz",
                                                           "/metrics"};
  const std::string_view target = request.path.empty() ? request.target : request.path;
  if (!target.starts_with('/')) return false;
  const std::string_view first = target.substr(0, target.find_first_of("/?", 1));
  return std::find(kOfPrograms.begin(), kOfPrograms.end(), first) == kOfPrograms.end();
}

HttpAnswer refusal_answer(const HttpRequest& request, const Refusal& refusal) {
  return is_for_people(request) ? refusal_page(request, refusal) : error_answer(refusal);
}

}  // namespace warraq::searcher::serve
