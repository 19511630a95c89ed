// A request on its way through a worker.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "searcher/serve/http/body_stream.h"
#include "searcher/serve/http/message.h"

namespace warraq::searcher::serve {

using Clock = std::chrono::steady_clock;

struct Job {
  HttpRequest request;
  std::string client;  ///< where it comes from, for what a client may have at once
  unsigned version = 11;
  bool keep_alive = true;
  Clock::time_point offered_at;

  // The worker's, until it has called `on_answer`.
  Clock::time_point taken_at;
  Clock::time_point answered_at;
  unsigned status = 0;
  std::string route;
  std::string head;
  std::string body;
  std::shared_ptr<BodyStream> stream;  ///< of the body, instead of it

  std::function<void()> on_answer;  ///< called on the worker's thread
  std::function<void()> on_bytes;   ///< likewise, as BodyStream has it
};

}  // namespace warraq::searcher::serve
