#include "indexer/write/errors.h"

#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::indexer {

void throw_write_error(const std::filesystem::path& archive, const std::system_error& reason) {
  throw Error(ErrorCode::io, "the archive " + analyzers::isolate(archive.string()) +
                                 " cannot be written: " + analyzers::displayable(reason.what()));
}

}  // namespace warraq::indexer
