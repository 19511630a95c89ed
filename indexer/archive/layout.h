// Names of the files and folders that make up an archive. ARCHIVE.md tells what each is for.
#pragma once

#include <filesystem>
#include <string_view>

namespace warraq::archive {

inline constexpr std::string_view kManifestFile = "archive.json";
inline constexpr std::string_view kShardsFolder = "shards";
inline constexpr std::string_view kLiveFolder = "live";
/// What was counted of each source's lines, for the additions to come. It may be missing.
inline constexpr std::string_view kFurnitureFile = "furniture.warraq";
/// Held by whoever changes the archive, through flock(2).
inline constexpr std::string_view kLockFile = "writer.lock";
/// What a writer is making or clearing away. Nothing in it belongs to the archive; a writer that
/// finds it left by one that died removes it.
inline constexpr std::string_view kWorkFolder = ".building";
/// Likewise: where a live/ that no longer counts goes before it is removed.
inline constexpr std::string_view kRemovedFolder = ".removed";

/// Whether `folder` is an archive, or one in the making: such folders hold no articles to read.
[[nodiscard]] bool is_archive(const std::filesystem::path& folder);

}  // namespace warraq::archive
