// A file mapped into memory, to be read.
#pragma once

#include <cstddef>
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

  /// What lies before `end` need not stay in memory; it is read again where it is looked at.
  void let_go_before(std::size_t end) const;

 private:
  struct Mapping;
  std::unique_ptr<Mapping> mapping_;
  std::string_view bytes_;
};

}  // namespace warraq::archive
