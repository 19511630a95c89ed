#pragma once

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/lsan_interface.h>
#endif

namespace warraq::tests {

// While one lives, what this thread allocates may leak unreported: for calls into Xapian whose
// failure loses memory there.
#if defined(__SANITIZE_ADDRESS__)
using LeaksAllowed = __lsan::ScopedDisabler;
#else
struct LeaksAllowed {
  LeaksAllowed() {}
  ~LeaksAllowed() {}
};
#endif

}  // namespace warraq::tests
