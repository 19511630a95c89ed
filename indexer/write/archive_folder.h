// The files of an archive while a writer changes them: where new databases grow, how they take
// their place, and how what a dead writer left is cleared. All of it under the writer lock.
#pragma once

#include <filesystem>
#include <string>

#include "warraq/archive/manifest.h"

namespace warraq::indexer {

/// A folder inside the archive for what is being made; empty at first, removed in the end. What is
/// to stay is renamed out of it.
class WorkFolder {
 public:
  explicit WorkFolder(const std::filesystem::path& archive);
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  ~WorkFolder();
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Moves the whole database at `made` to the next free place among the archive's shards, for good,
/// and returns its name for the manifest.
[[nodiscard]] std::string place_shard(const std::filesystem::path& archive,
                                      const std::filesystem::path& made);

/// Removes whatever `manifest` does not make part of the archive: unlisted shards, a live/ of
/// an earlier generation, leftovers. What cannot be removed is left for the next writer.
void remove_rubble(const std::filesystem::path& archive, const archive::Manifest& manifest);

/// Takes live/ away in one step, then removes it.
void remove_live(const std::filesystem::path& archive);

}  // namespace warraq::indexer
