#include "searcher/engine/moving_archive.h"

#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::searcher {

void throw_always_changing(const std::filesystem::path& archive) {
  throw Error(
      ErrorCode::io,
      "the archive " + analyzers::isolate(archive.string()) + " changed under every try to read it",
      "try again when its writer commits less often; where none is at work, "
      "'warraq-indexer check' says whether it is damaged");
}

}  // namespace warraq::searcher
