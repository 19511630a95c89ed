// The later life of a database: Xapian goes on writing to it.
#pragma once

#include <cstdint>
#include <filesystem>

namespace warraq::tests {

/// Enough to reach every kind of change, with commits between.
inline constexpr int kChanges = 60;

/// Adds, replaces or deletes a document, so many times, at random, the same for equal seeds and
/// contents.
void change_often(const std::filesystem::path& database, std::uint32_t seed, int times);

}  // namespace warraq::tests
