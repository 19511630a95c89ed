#include "searcher/cli/written_files.h"

#include <system_error>

#include "searcher/saved/atomic_file.h"
#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::searcher::commands {
namespace {

namespace fs = std::filesystem;

// Absolute, through symbolic links, also those that lead to nothing yet.
fs::path resolved(const fs::path& path) {
  std::error_code error;
  fs::path result = fs::weakly_canonical(fs::absolute(path), error);
  if (error) return path;
  const fs::path target = fs::read_symlink(result, error);
  return error ? result : fs::weakly_canonical(result.parent_path() / target, error);
}

std::string name_of(const WrittenFile& file) {
  return std::string(file.named_by) + ' ' + analyzers::isolate(file.path.string());
}

}  // namespace

void require_outside(const WrittenFile& file, const fs::path& archive) {
  if (file.path.empty()) {
    throw Error(ErrorCode::usage, std::string(file.named_by) + " names no file",
                "give the name of a file");
  }
  std::error_code error;
  for (fs::path folder = resolved(file.path); folder.has_relative_path();
       folder = folder.parent_path()) {
    if (!fs::equivalent(folder, archive, error)) continue;
    throw Error(ErrorCode::usage, name_of(file) + " is in the archive's folder",
                "name a file outside of the archive: nothing else may be written there");
  }
}

void require_may_be_saved(const fs::path& file, const fs::path& archive) {
  require_outside({"--save", file}, archive);
  static_cast<void>(replaceable_file(file));
}

void require_two_files(const WrittenFile& one, const WrittenFile& other) {
  std::error_code error;
  const bool same =
      resolved(one.path) == resolved(other.path) ||
      (fs::is_regular_file(one.path, error) && fs::equivalent(one.path, other.path, error));
  if (!same) return;
  throw Error(ErrorCode::usage, name_of(one) + " and " + name_of(other) + " are one file",
              "name two files");
}

}  // namespace warraq::searcher::commands
