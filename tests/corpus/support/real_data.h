// Real articles, which are not in the repository.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace warraq::tests {

/// What `name` is called in the folder of WARRAQ_TEST_DATA; nothing where it is not there, which is
/// said: the test is skipped.
[[nodiscard]] inline std::optional<std::filesystem::path> real_data(const std::string& name) {
  const char* data = std::getenv("WARRAQ_TEST_DATA");
  if (data != nullptr && std::filesystem::exists(std::filesystem::path(data) / name)) {
    return std::filesystem::path(data) / name;
  }
  MESSAGE("skipped: WARRAQ_TEST_DATA names no folder with ", name);
  return std::nullopt;
}

}  // namespace warraq::tests
