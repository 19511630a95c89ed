#include "searcher/cli/written_files.h"

#include <system_error>

#include "indexer/archive/outside.h"
#include "searcher/saved/atomic_file.h"
#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::searcher::commands {
namespace {

namespace fs = std::filesystem;

std::string name_of(const WrittenFile& file) {
  return std::string(file.named_by) + ' ' + analyzers::isolate(file.path.string());
}

}  // namespace

void require_outside(const WrittenFile& file, const fs::path& archive) {
  if (file.path.empty()) {
    throw Error(ErrorCode::usage, std::string(file.named_by) + " names no file",
                "give the name of a file");
  }
  archive::require_outside(file.path, archive, file.named_by);
}

void require_may_be_saved(const fs::path& file, const fs::path& archive) {
  require_outside({"--save", file}, archive);
  static_cast<void>(replaceable_file(file));
}

void require_two_files(const WrittenFile& one, const WrittenFile& other) {
  std::error_code error;
  const bool same =
      archive::resolved(one.path) == archive::resolved(other.path) ||
      (fs::is_regular_file(one.path, error) && fs::equivalent(one.path, other.path, error));
  if (!same) return;
  throw Error(ErrorCode::usage, name_of(one) + " and " + name_of(other) + " are one file",
              "name two files");
}

}  // namespace warraq::searcher::commands
