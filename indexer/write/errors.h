// What writing throws, as the one exception that crosses the library's boundary.
#pragma once

#include <filesystem>
#include <system_error>
#include <utility>

#include "indexer/archive/open_archive.h"

namespace warraq::indexer {

/// Throws Error(io) for what the operating system said: which path, why, and what to do.
[[noreturn]] void throw_write_error(const std::filesystem::path& archive,
                                    const std::system_error& reason);

/// Runs `action`; what Xapian or the file system throws becomes Error.
template <typename Action>
decltype(auto) with_writing_errors(const std::filesystem::path& archive, Action&& action) {
  try {
    return archive::with_xapian_errors(archive, std::forward<Action>(action));
  } catch (const std::system_error& reason) {
    throw_write_error(archive, reason);
  }
}

}  // namespace warraq::indexer
