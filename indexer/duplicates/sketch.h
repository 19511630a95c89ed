// An article in 300 bytes, by which near duplicates are found and told: MinHash over its shingles.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "indexer/archive/word_stream.h"

namespace warraq::indexer {

/// Consecutive words that make one shingle.
inline constexpr std::uint32_t kShingleWords = 5;
/// An article whose body has fewer words than these has one shingle: all its words, the title's
/// among them. Captions and one-line notices share half of five words with others by chance.
inline constexpr std::uint32_t kMinShingledWords = 15;
/// What near duplicates have in common at least. ARCHITECTURE.md has the measurement.
inline constexpr double kLeastOverlap = 0.5;

/// Articles that share none of these are not compared: the lowest 32 bits of an article's four
/// least hashes, the least first. kNoKey in place of what is not there.
using SketchKeys = std::array<std::uint32_t, 4>;
inline constexpr std::uint32_t kNoKey = UINT32_MAX;

/// What is kept of an article's shingles. A shingle is the normalised forms of consecutive words of
/// the body, as the stream of words has them, hashed (XXH3-64); the title is left out, because each
/// source writes its own. Depends on these words alone.
///
/// The marks are MinHash by one permutation (Li, Owen and Zhang, "One Permutation Hashing", 2012):
/// the hashes fall into bins by their highest bits, and the least of each bin leaves its lowest
/// eight as a mark (Li and König, "b-Bit Minwise Hashing", 2010).
struct Sketch {
  static constexpr std::size_t kBins = 256;

  std::uint32_t shingles = 0;  ///< 0: no words at all, no keys and no marks
  SketchKeys keys = {kNoKey, kNoKey, kNoKey, kNoKey};
  std::array<std::uint8_t, kBins> marks{};  ///< 0 where no hash fell

  bool operator==(const Sketch&) const = default;
};

[[nodiscard]] Sketch sketch_of(const archive::WordStream& words);

/// The same keys as sketch_of() finds, in half the time.
[[nodiscard]] SketchKeys sketch_keys_of(const archive::WordStream& words);

/// Estimates how much of the longer article's shingles the other has too, from 0 to 1. Symmetric.
/// Its standard error is .03 near .5.
[[nodiscard]] double overlap(const Sketch& left, const Sketch& right);

[[nodiscard]] inline bool are_near_duplicates(const Sketch& left, const Sketch& right) {
  return overlap(left, right) >= kLeastOverlap;
}

}  // namespace warraq::indexer
