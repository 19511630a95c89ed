#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace warraq::tests {

/// All of a file; empty where it cannot be read.
[[nodiscard]] inline std::string file_bytes(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace warraq::tests
