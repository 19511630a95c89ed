// What a page is asked for.
#pragma once

#include <cstddef>

#include "searcher/request/read_request.h"
#include "searcher/serve/page/html.h"
#include "searcher/serve/page/links.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::serve {

/// Hits of a page.
inline constexpr std::size_t kHitsOfAPage = 10;

struct PageRequest {
  Links links;
  std::size_t page = 1;  ///< from 1
  Interval interval = Interval::automatic;
  Request request = {};
  bool is_blank = false;  ///< no query
  bool asks = false;      ///< there is a query or something else that narrows down
};

/// `lang`: Arabic, unless it is "en".
[[nodiscard]] Language language_of(const Parameters& parameters);

/// Reads what the page knows of `parameters`; the rest is of no account. Throws Error as
/// read_request().
[[nodiscard]] PageRequest read_page_request(const Parameters& parameters,
                                            const RequestLimits& limits);

}  // namespace warraq::searcher::serve
