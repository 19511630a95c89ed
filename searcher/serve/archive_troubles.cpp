#include "searcher/serve/archive_troubles.h"

namespace warraq::searcher::serve {

bool is_of_the_archive(const Error& error) {
  switch (error.code()) {
    case ErrorCode::no_archive:
    case ErrorCode::locked:
    case ErrorCode::incompatible:
    case ErrorCode::io:
      return true;
    default:
      return false;
  }
}

void ArchiveTroubles::add(const Error& error) {
  const std::string cause = error.what();
  if (!report_ || !is_to_be_told(cause)) return;
  report_(error.hint().empty() ? cause : cause + "\n  " + error.hint());
}

bool ArchiveTroubles::is_to_be_told(const std::string& cause) {
  constexpr std::chrono::minutes kSpell{1};
  const std::scoped_lock lock(mutex_);
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ > kSpell) told_.clear();
  last_ = now;
  return told_.size() < kMostCauses && told_.insert(cause).second;
}

}  // namespace warraq::searcher::serve
