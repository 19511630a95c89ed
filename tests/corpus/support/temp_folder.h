// A folder of a test's own, removed with all that is in it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace warraq::tests {

class TempFolder {
 public:
  TempFolder();
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;
  ~TempFolder();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// The path of `name` in the folder, as an argument on a command line would be.
  [[nodiscard]] std::string operator/(std::string_view name) const { return path_ / name; }
  /// Writes a file, and the folders above it, and returns its path.
  [[nodiscard]] std::string write(std::string_view name, std::string_view content) const;

 private:
  std::filesystem::path path_;
};

}  // namespace warraq::tests
