#include "searcher/serve/http/descriptors.h"

#include <sys/resource.h>

#include <algorithm>

namespace warraq::searcher::serve {
namespace {

constexpr rlim_t kMost = 1U << 20U;

}  // namespace

std::size_t raise_descriptor_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 1024;
  const rlim_t wanted = std::max(limit.rlim_cur, std::min(limit.rlim_max, kMost));
  const rlimit raised{wanted, limit.rlim_max};
  return setrlimit(RLIMIT_NOFILE, &raised) == 0 ? wanted : limit.rlim_cur;
}

}  // namespace warraq::searcher::serve
