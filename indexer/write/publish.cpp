#include "indexer/write/publish.h"

#include <algorithm>
#include <exception>
#include <string>
#include <system_error>
#include <utility>

#include "indexer/archive/manifest_file.h"
#include "indexer/write/archive_folder.h"
#include "warraq/error.h"

namespace warraq::indexer {

namespace {

// Unless the archive was switched to it all the same.
void take_back(const std::filesystem::path& archive, const std::string& shard) {
  try {
    const auto listed = archive::read_manifest(archive).shards;
    if (std::find(listed.begin(), listed.end(), shard) != listed.end()) return;
  } catch (const Error&) {
    // There is none that could name it.
  }
  std::error_code ignored;
  std::filesystem::remove_all(archive / shard, ignored);
}

}  // namespace

void publish(const std::filesystem::path& archive, archive::Manifest manifest,
             const std::filesystem::path& shard) {
  const std::string placed = place_shard(archive, shard);
  manifest.shards = {placed};
  try {
    archive::write_manifest(archive, manifest);
  } catch (...) {
    take_back(archive, placed);
    throw;
  }
  try {
    remove_rubble(archive, manifest);
  } catch (const std::exception&) {
    // The archive is switched, whatever could not be removed: the next writer tries again.
  }
}

}  // namespace warraq::indexer
