#include "indexer/cli/options.h"

#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::indexer::cli {

void require_no_arguments(const std::vector<std::string>& positional) {
  if (positional.empty()) return;
  throw Error(
      ErrorCode::usage,
      "an argument that this command does not take: " + analyzers::isolate(positional.front()),
      "the archive is named with -a DIR");
}

}  // namespace warraq::indexer::cli
