#include "searcher/serve/for_visitors.h"

#include <chrono>
#include <mutex>

namespace warraq::searcher::serve {
namespace {

using Clock = std::chrono::steady_clock;

// Requests come by the thousand, and each would say the same.
bool is_to_be_told() {
  static std::mutex mutex;
  static Clock::time_point next = Clock::time_point::min();
  const std::scoped_lock lock(mutex);
  const auto now = Clock::now();
  if (now < next) return false;
  next = now + std::chrono::minutes(1);
  return true;
}

}  // namespace

Error for_visitors(const Error& error, const std::function<void(std::string_view)>& report) {
  switch (error.code()) {
    case ErrorCode::no_archive:
    case ErrorCode::locked:
    case ErrorCode::incompatible:
    case ErrorCode::io:
      break;
    default:
      return error;
  }
  if (report && is_to_be_told()) report(error.what());
  return {error.code(), "the archive cannot be read now"};
}

}  // namespace warraq::searcher::serve
