// All that Xapian can read back from a database, as lines to compare.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace warraq::tests {

using Lines = std::vector<std::string>;

[[nodiscard]] Lines lines_of(const std::filesystem::path& database);

/// The first line that the two do not share; empty where they are equal.
[[nodiscard]] std::string difference(const Lines& left, const Lines& right);

/// What Xapian's checker complains of in a database or a table's file; empty where it finds
/// nothing.
[[nodiscard]] std::string faults_of(const std::filesystem::path& database);

/// How many levels of blocks stand above the leaves of a table.
[[nodiscard]] int levels_of(const std::filesystem::path& database, const std::string& table);

}  // namespace warraq::tests
