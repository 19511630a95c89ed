#include "tools/fuzz/require.h"

#include <cstdio>
#include <cstdlib>

#include "tests/glass/contents.h"

namespace warraq::fuzz {

void require_equal(const std::string& bulk, const std::string& api) {
  const std::string faults = tests::faults_of(bulk);
  require(faults.empty(), faults);
  const std::string different = tests::difference(tests::lines_of(bulk), tests::lines_of(api));
  require(different.empty(), different);
}

void require(bool condition, const std::string& what) {
  if (condition) return;
  static_cast<void>(std::fprintf(stderr, "broken: %s\n", what.c_str()));
  std::abort();
}

}  // namespace warraq::fuzz
