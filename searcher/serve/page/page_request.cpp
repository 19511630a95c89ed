#include "searcher/serve/page/page_request.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

#include "corpus/article/text.h"
#include "warraq/error.h"

namespace warraq::searcher::serve {
namespace {

// From 1; what is no number is the first page, what is too large the last that can be named.
std::size_t page_of(const Parameters& parameters) {
  constexpr std::size_t kMostPages = 99'999'999;
  const std::string text = parameters.value("page").value_or("1");
  std::size_t page = 1;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), page);
  if (fault == std::errc::result_out_of_range) return kMostPages;
  return std::clamp<std::size_t>(page, 1, kMostPages);
}

bool narrows_down(const Request& request) {
  return request.from || request.to || !request.sources.empty() || !request.categories.empty() ||
         !request.authors.empty() || !request.agencies.empty() || request.duplicate_group;
}

}  // namespace

Language language_of(const Parameters& parameters) {
  return parameters.last_value("lang") == "en" ? Language::english : Language::arabic;
}

PageRequest read_page_request(const Parameters& parameters, const RequestLimits& limits) {
  PageRequest result{Links(parameters)};
  result.page = page_of(parameters);
  result.interval =
      interval_named(parameters.value("interval").value_or("")).value_or(Interval::automatic);
  Parameters of_search;
  for (const auto& [name, value] : result.links.parameters().entries()) {
    const auto& known = request_parameters();
    const bool is_known = std::find(known.begin(), known.end(), name) != known.end();
    if (is_known) of_search.add(name, value);
  }
  of_search.add("limit", std::to_string(kHitsOfAPage));
  of_search.add("offset", std::to_string((result.page - 1) * kHitsOfAPage));
  result.request = read_request(of_search, limits, Naming::parameter);
  result.is_blank = corpus::is_blank(result.request.query);
  result.asks = !result.is_blank || narrows_down(result.request);
  return result;
}

}  // namespace warraq::searcher::serve
