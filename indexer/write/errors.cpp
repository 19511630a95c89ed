#include "indexer/write/errors.h"

#include "warraq/analyzers/direction.h"
#include "warraq/error.h"

namespace warraq::indexer {
namespace {

namespace fs = std::filesystem;

std::string named(const fs::path& path) { return analyzers::isolate(path.string()); }

fs::path folder_above(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

// What stands where the archive was to be made, in words; empty where that is not the trouble. The
// system's own words for these (File exists, No such file) name the wrong thing.
std::string trouble_with_place(const fs::path& archive) {
  std::error_code ignored;
  const fs::path above = folder_above(archive);
  if (fs::is_symlink(archive, ignored) && !fs::exists(archive, ignored)) {
    return "it is a link to " + named(fs::read_symlink(archive, ignored)) + ", which leads nowhere";
  }
  const fs::file_status status = fs::status(above, ignored);
  if (status.type() == fs::file_type::not_found) {
    return "the folder " + named(above) + " does not exist";
  }
  const bool is_file = fs::exists(status) && !fs::is_directory(status);
  return is_file ? named(above) + " is no folder" : std::string();
}

std::string words_of(const fs::path& archive, const std::system_error& reason) {
  const auto* of_files = dynamic_cast<const fs::filesystem_error*>(&reason);
  if (of_files == nullptr) return analyzers::displayable(reason.what());
  const fs::path& path = of_files->path1();
  const std::string where = path.empty() || path == archive ? "" : named(path) + ": ";
  return where + of_files->code().message();
}

std::string hint_for(const std::error_code& code) {
  if (code == std::errc::permission_denied || code == std::errc::operation_not_permitted ||
      code == std::errc::read_only_file_system) {
    return "look at the permissions of the archive and the folder it is in, or name another place "
           "with -a";
  }
  if (code == std::errc::no_space_on_device) return "free some space and try again";
  return "name another place with -a, or look at the disk";
}

}  // namespace

void throw_write_error(const fs::path& archive, const std::system_error& reason) {
  const std::string cannot = "the archive " + named(archive) + " cannot be written: ";
  const std::string trouble = trouble_with_place(archive);
  if (!trouble.empty()) {
    throw Error(ErrorCode::io, cannot + trouble, "make that folder, or name another place with -a");
  }
  throw Error(ErrorCode::io, cannot + words_of(archive, reason), hint_for(reason.code()));
}

}  // namespace warraq::indexer
