// Answers in gzip, for clients that take it.
#pragma once

#include "searcher/serve/http/message.h"

namespace warraq::searcher::serve {

/// Whether the request's Accept-Encoding has gzip in it, and not with a weight of 0.
[[nodiscard]] bool takes_gzip(const HttpRequest& request);

/// Compresses the body where that is worth it: text of a kilobyte or more that is not compressed
/// already. Says so in the headers, and that caches have to tell clients apart.
void compress(const HttpRequest& request, HttpAnswer& answer);

}  // namespace warraq::searcher::serve
