// What is answered before any worker: health, metrics, who may ask, and what browsers ask first.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "searcher/serve/archive_watch.h"
#include "searcher/serve/http/message.h"
#include "searcher/serve/tokens.h"

namespace warraq::searcher::serve {

struct Gate {
  std::optional<Tokens> tokens;  ///< nothing: everybody may ask
  /// The names to be asked by, beside those that is_expected_host() knows; nothing: any.
  std::optional<std::vector<std::string>> hosts;
  std::string allowed_origin;  ///< of CORS; "": none
  std::function<bool()> is_stopping;
  std::function<ArchiveFigures()> archive;
  std::function<std::string()> metrics;  ///< their text

  /// An answer of status 0 where the request may go on to a worker. /healthz, /readyz and OPTIONS
  /// are answered without a token, because those who ask have none.
  [[nodiscard]] HttpAnswer answer(const HttpRequest& request) const;
};

/// Headers of every answer: what browsers must not do with it, and CORS.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> headers_of_all(
    const std::string& allowed_origin);

}  // namespace warraq::searcher::serve
