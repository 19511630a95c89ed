// Answers a worker's requests out of an archive: what every route has in common.
#pragma once

#include <optional>

#include "searcher/serve/http/message.h"
#include "searcher/serve/routes.h"
#include "warraq/searcher/searcher.h"

namespace warraq::searcher::serve {

/// Has a Searcher of its own, which it brings to the archive's latest state before each answer, and
/// opens anew after the archive could not be read.
class SearchResponder final : public Responder {
 public:
  /// `options` outlive it. Opens nothing yet.
  explicit SearchResponder(const ServeOptions& options) : options_(options) {}

  [[nodiscard]] HttpAnswer answer(const HttpRequest& request) override;

 private:
  [[nodiscard]] HttpAnswer route(const HttpRequest& request);
  [[nodiscard]] HttpAnswer route_anew(const HttpRequest& request);
  void watch(HttpAnswer& answer);
  void on_error(const Error& error);

  const ServeOptions& options_;
  std::optional<Searcher> searcher_;
};

}  // namespace warraq::searcher::serve
