// How every change of a standing archive begins.
#pragma once

#include <filesystem>
#include <optional>

#include "indexer/write/writer_lock.h"
#include "warraq/analyzers/analyzer.h"
#include "warraq/archive/manifest.h"

namespace warraq::indexer {

/// An archive of this version's analysis, locked, and cleared of what a dead writer left. Throws
/// Error: no_archive, incompatible, locked, io.
class OpenedForWriting {
 public:
  explicit OpenedForWriting(const std::filesystem::path& archive);

  [[nodiscard]] const analyzers::Analyzer& analyzer() const { return analyzer_; }
  /// As it was when the lock was taken.
  [[nodiscard]] const archive::Manifest& manifest() const { return manifest_; }

 private:
  analyzers::Analyzer analyzer_;
  std::optional<WriterLock> lock_;
  archive::Manifest manifest_;
};

}  // namespace warraq::indexer
