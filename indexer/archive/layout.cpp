#include "indexer/archive/layout.h"

#include <system_error>

namespace warraq::archive {

// Every archive has a lock file.
bool is_archive(const std::filesystem::path& folder) {
  std::error_code ignored;
  const auto holds = [&](std::string_view name) {
    return std::filesystem::exists(folder / name, ignored);
  };
  return holds(kLockFile) && (holds(kManifestFile) || holds(kWorkFolder));
}

}  // namespace warraq::archive
