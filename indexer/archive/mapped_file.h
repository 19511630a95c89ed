// A file mapped into memory, to be read.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

namespace warraq::archive {

/// Immutable: any number of threads may read it. Whoever cuts the file short meanwhile kills the
/// reader; nothing of an archive ever does.
class MappedFile {
 public:
  /// Throws Xapian::DatabaseOpeningError. An empty file cannot be mapped.
  explicit MappedFile(const std::filesystem::path& path);
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  [[nodiscard]] std::string_view bytes() const { return bytes_; }

 private:
  struct Mapping;
  std::unique_ptr<Mapping> mapping_;
  std::string_view bytes_;
};

}  // namespace warraq::archive
