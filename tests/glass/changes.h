// The later life of a database: Xapian goes on writing to it.
#pragma once

#include <cstdint>
#include <filesystem>

namespace warraq::tests {

/// Adds, replaces and deletes documents at random, the same for equal seeds and contents.
void change_often(const std::filesystem::path& database, std::uint32_t seed);

}  // namespace warraq::tests
