#include "indexer/archive/outside.h"

#include <string>
#include <system_error>

#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::archive {

namespace fs = std::filesystem;

fs::path resolved(const fs::path& path) {
  std::error_code error;
  fs::path result = fs::weakly_canonical(fs::absolute(path), error);
  if (error) return path;
  const fs::path target = fs::read_symlink(result, error);
  return error ? result : fs::weakly_canonical(result.parent_path() / target, error);
}

void require_outside(const fs::path& path, const fs::path& archive, std::string_view named_by) {
  std::error_code error;
  for (fs::path folder = resolved(path); folder.has_relative_path();
       folder = folder.parent_path()) {
    if (!fs::equivalent(folder, archive, error)) continue;
    const std::string name = named_by.empty() ? std::string() : std::string(named_by) + ' ';
    throw Error(ErrorCode::usage,
                name + analyzers::isolate(path.string()) + " is in the archive's folder",
                "name a place outside of the archive: nothing else may be written there");
  }
}

}  // namespace warraq::archive
