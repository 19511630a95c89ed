// The step from one state of an archive to the next.
#pragma once

#include <filesystem>

#include "warraq/archive/manifest.h"

namespace warraq::indexer {

/// Makes the whole database at `shard` the archive's only one: moves it among the shards, replaces
/// archive.json by `manifest`, and only then removes what was before. If it throws, the archive is
/// as it was, or switched where archive.json was replaced and only its folder could not be synced.
void publish(const std::filesystem::path& archive, archive::Manifest manifest,
             const std::filesystem::path& shard);

}  // namespace warraq::indexer
