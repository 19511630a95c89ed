// Reading an archive that a writer commits to meanwhile.
#pragma once

#include <filesystem>

namespace warraq::searcher {

/// A snapshot is lost after two commits of a writer; more often than this without getting anything
/// read, and the writer commits faster than we read.
inline constexpr int kMaxTries = 3;

/// Throws Error(io): the archive moved under all of the tries.
[[noreturn]] void throw_always_changing(const std::filesystem::path& archive);

}  // namespace warraq::searcher
