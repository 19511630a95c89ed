// archive.json: what an archive is made of and by whom. Read first, replaced atomically.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "warraq/export.h"

namespace warraq::archive {

/// The layout that this version writes, and the only one it reads. 2: one level of terms, and
/// streams of words in place of positions. 3: articles are stored as zstd frames. 4: the streams
/// have sentences and paragraphs.
inline constexpr int kFormatVersion = 4;

/// What was counted while the archive's articles were read; `add` sums on.
struct ReadingCounts {
  std::uint64_t articles_read = 0;
  std::uint64_t replaced = 0;  ///< articles that took the place of one of the same id
  std::uint64_t rejected = 0;
  std::uint64_t text_bytes = 0;  ///< UTF-8 bytes of title and body read
  std::uint64_t replaced_sequences = 0;
  std::uint64_t dates_missing = 0;
  std::uint64_t dates_refused = 0;
  std::uint64_t duplicates_grouped = 0;  ///< joined the group of an earlier near duplicate
  bool operator==(const ReadingCounts&) const = default;
};

/// Each of them under the name that it has in archive.json and in every report.
struct NamedCount {
  std::string_view name;
  std::uint64_t ReadingCounts::*count;
};
inline constexpr std::array<NamedCount, 8> kReadingCounts = {
    {{"articles_read", &ReadingCounts::articles_read},
     {"replaced", &ReadingCounts::replaced},
     {"rejected", &ReadingCounts::rejected},
     {"text_bytes", &ReadingCounts::text_bytes},
     {"replaced_sequences", &ReadingCounts::replaced_sequences},
     {"dates_missing", &ReadingCounts::dates_missing},
     {"dates_refused", &ReadingCounts::dates_refused},
     {"duplicates_grouped", &ReadingCounts::duplicates_grouped}}};

struct Manifest {
  int format = kFormatVersion;
  std::vector<std::string> features;  ///< names a reader must know, or refuse the archive
  std::string writer;                 ///< version of Warraq that wrote this file
  std::string profile;                ///< analyser profile
  std::string fingerprint;            ///< of that analyser
  std::string icu;                    ///< information only
  std::string created;                ///< UTC, ISO 8601
  std::string changed;
  /// Raised whenever shards change. live/ holds the generation it belongs to and is void under any
  /// other: so one rename of archive.json folds live/ in and empties it.
  std::uint64_t generation = 0;
  std::vector<std::string> shards;  ///< folders relative to the archive, in search order
  ReadingCounts counts;
  /// Articles that were read, by the character set that they came in; `add` sums on.
  std::map<std::string, std::uint64_t> charsets;
  bool operator==(const Manifest&) const = default;
};

/// The features this version knows.
[[nodiscard]] WARRAQ_EXPORT const std::vector<std::string>& known_features();

/// Throws Error: no_archive where there is none or it cannot be read, incompatible where it names a
/// format or feature this version does not know (the message names the version that wrote it).
[[nodiscard]] WARRAQ_EXPORT Manifest read_manifest(const std::filesystem::path& archive);

/// The version of Warraq.
[[nodiscard]] WARRAQ_EXPORT std::string_view version();

}  // namespace warraq::archive
