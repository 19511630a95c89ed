#include "indexer/write/publish.h"

#include <exception>
#include <utility>

#include "indexer/archive/layout.h"
#include "indexer/write/archive_folder.h"
#include "warraq/error.h"

namespace warraq::indexer {

void publish(const std::filesystem::path& archive, archive::Manifest manifest,
             const std::filesystem::path& shard) {
  try {
    manifest.shards = {place_shard(archive, shard)};
    archive::write_manifest(archive, manifest);
  } catch (...) {
    clear_away(archive);
    throw;
  }
  try {
    remove_rubble(archive, manifest);
  } catch (const std::exception&) {
    // The archive is switched, whatever could not be removed: the next writer tries again.
  }
}

void clear_away(const std::filesystem::path& archive) {
  if (!std::filesystem::exists(archive / archive::kManifestFile)) {
    remove_rubble(archive, archive::Manifest{});
    return;
  }
  try {
    remove_rubble(archive, archive::read_manifest(archive));
  } catch (const Error&) {
    // Not ours to say what belongs to it.
  }
}

}  // namespace warraq::indexer
