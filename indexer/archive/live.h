// What live/ says about itself.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace warraq::archive {

/// The generation of the manifest that the open database `live` belongs to; 0, which no manifest
/// has, where it was never committed to. Throws Xapian::DatabaseCorruptError.
[[nodiscard]] std::uint64_t generation_of(const Xapian::Database& live);

/// The documents of `shard` that `live` took the place of or deleted, sorted. Throws
/// Xapian::DatabaseCorruptError.
[[nodiscard]] std::vector<Xapian::docid> superseded_of(const Xapian::Database& live,
                                                       const std::string& shard);

/// The generation of the live/ in `archive`; nothing where there is none that can be opened.
[[nodiscard]] std::optional<std::uint64_t> live_generation(const std::filesystem::path& archive);

}  // namespace warraq::archive
