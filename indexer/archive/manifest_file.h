// Making and replacing archive.json.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "warraq/archive/manifest.h"

namespace warraq::archive {

/// A manifest for a new archive of this version and analyser.
[[nodiscard]] Manifest new_manifest(std::string_view fingerprint);

/// Throws Error(incompatible), saying how to rebuild, unless `manifest` was made by this profile
/// with this fingerprint.
void require_same_analysis(const Manifest& manifest, std::string_view fingerprint);

/// Replaces archive.json as a whole: written beside, synced, renamed, folder synced. Throws
/// Error(io).
void write_manifest(const std::filesystem::path& archive, const Manifest& manifest);

/// Now, as `created` and `changed` have it: UTC, ISO 8601, to the second.
[[nodiscard]] std::string current_time();

}  // namespace warraq::archive
