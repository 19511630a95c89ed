#include "indexer/write/archive_folder.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <system_error>

#include "indexer/archive/files.h"
#include "indexer/archive/layout.h"
#include "indexer/archive/live.h"

namespace warraq::indexer {
namespace {

namespace fs = std::filesystem;

void remove_quietly(const fs::path& path) {
  std::error_code ignored;
  fs::remove_all(path, ignored);
}

std::string shard_name(unsigned number) {
  std::array<char, 16> digits{};
  static_cast<void>(std::snprintf(digits.data(), digits.size(), "%04u", number));
  return digits.data();
}

}  // namespace

WorkFolder::WorkFolder(const fs::path& archive) : path_(archive / archive::kWorkFolder) {
  fs::remove_all(path_);
  fs::create_directory(path_);
}

WorkFolder::~WorkFolder() { remove_quietly(path_); }

std::string place_shard(const fs::path& archive, const fs::path& made) {
  const fs::path shards = archive / archive::kShardsFolder;
  fs::create_directory(shards);
  unsigned number = 1;
  while (fs::exists(shards / shard_name(number))) ++number;
  const fs::path place = shards / shard_name(number);
  fs::rename(made, place);
  archive::sync_folder(shards);
  archive::sync_folder(archive);
  return std::string(archive::kShardsFolder) + '/' + shard_name(number);
}

void remove_rubble(const fs::path& archive, const archive::Manifest& manifest) {
  const auto listed = [&](const fs::path& shard) {
    const std::string name = std::string(archive::kShardsFolder) + '/' + shard.filename().string();
    return std::find(manifest.shards.begin(), manifest.shards.end(), name) != manifest.shards.end();
  };
  remove_quietly(archive / archive::kWorkFolder);
  remove_quietly(archive / archive::kRemovedFolder);
  std::error_code none;
  for (const fs::directory_entry& shard :
       fs::directory_iterator(archive / archive::kShardsFolder, none)) {
    if (!listed(shard.path())) remove_quietly(shard.path());
  }
  // One that cannot be opened may still hold what was acknowledged: it is left alone.
  const auto generation = archive::live_generation(archive);
  if (generation && *generation < manifest.generation) remove_live(archive);
}

void remove_live(const fs::path& archive) {
  const fs::path live = archive / archive::kLiveFolder;
  if (!fs::exists(live)) return;
  // Renamed first: a reader finds live/ whole or not at all.
  const fs::path aside = archive / archive::kRemovedFolder;
  remove_quietly(aside);
  fs::rename(live, aside);
  remove_quietly(aside);
}

}  // namespace warraq::indexer
