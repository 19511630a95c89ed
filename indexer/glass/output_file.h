// A new file, written from its beginning to its end.
#pragma once

#include <filesystem>
#include <string_view>

namespace warraq::glass {

/// All functions throw std::system_error with the file's path and the reason.
class OutputFile {
 public:
  /// Creates `path`, which must not exist.
  explicit OutputFile(std::filesystem::path path);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  /// Closes the file; what was not synced may be lost.
  ~OutputFile();

  void write(std::string_view bytes);
  /// Makes the content permanent.
  void sync();

 private:
  [[noreturn]] void fail() const;

  std::filesystem::path path_;
  int descriptor_;
};

/// Makes permanent what was created and renamed in `folder`.
void sync_folder(const std::filesystem::path& folder);

}  // namespace warraq::glass
