#include "indexer/duplicates/sketch.h"

// Hashing ten bytes is hardly more than the call.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <string_view>

namespace warraq::indexer {
namespace {

constexpr std::size_t kFormBytes = 2;
constexpr std::uint64_t kNoHash = UINT64_MAX;

/// The least of an article's hashes.
class LeastHashes {
 public:
  LeastHashes() { least_.fill(kNoHash); }

  void add(std::uint64_t hash) {
    if (hash < least_.back()) insert(hash);
  }

  [[nodiscard]] SketchKeys keys() const {
    SketchKeys keys{};
    std::transform(least_.begin(), least_.end(), keys.begin(),
                   [](std::uint64_t hash) { return static_cast<std::uint32_t>(hash); });
    return keys;
  }

 private:
  void insert(std::uint64_t hash) {
    const auto place = std::lower_bound(least_.begin(), least_.end(), hash);
    if (*place == hash) return;
    std::copy_backward(place, least_.end() - 1, least_.end());
    *place = hash;
  }

  std::array<std::uint64_t, std::tuple_size_v<SketchKeys>> least_;
};

/// The least hash of each bin.
class Bins {
 public:
  Bins() { bins_.fill(kNoHash); }

  void add(std::uint64_t hash) {
    constexpr unsigned kShift = 64 - std::bit_width(Sketch::kBins - 1);
    std::uint64_t& bin = bins_[hash >> kShift];
    bin = std::min(bin, hash);
  }

  // Without branches, which none could foretell: half of the bins of an article are empty.
  void put_into(std::array<std::uint8_t, Sketch::kBins>& marks) const {
    std::transform(bins_.begin(), bins_.end(), marks.begin(), [](std::uint64_t hash) {
      const auto lowest = static_cast<unsigned>(hash & 0xFFU);
      const auto mark = lowest | static_cast<unsigned>(lowest == 0);
      return static_cast<std::uint8_t>(mark * static_cast<unsigned>(hash != kNoHash));
    });
  }

 private:
  std::array<std::uint64_t, Sketch::kBins> bins_;
};

// Calls `take` with the hash of each shingle; returns how many there are.
template <typename Take>
std::uint32_t for_each_shingle(const archive::WordStream& words, Take take) {
  const std::string_view all = words.forms();
  const std::uint32_t body_words = words.size() - words.title_words();
  if (body_words < kMinShingledWords) {
    if (all.empty()) return 0;
    take(XXH3_64bits(all.data(), all.size()));
    return 1;
  }
  const char* shingle = all.data() + kFormBytes * words.title_words();
  const std::uint32_t shingles = body_words - kShingleWords + 1;
  for (std::uint32_t left = shingles; left > 0; --left, shingle += kFormBytes) {
    take(XXH3_64bits(shingle, kFormBytes * kShingleWords));
  }
  return shingles;
}

struct Shared {
  unsigned bins = 0;  ///< in which both have the same mark
  unsigned of = 0;    ///< in which either has any
};

Shared shared_by(const Sketch& left, const Sketch& right) {
  Shared shared;
  for (std::size_t i = 0; i < Sketch::kBins; ++i) {
    const auto any = static_cast<unsigned>((left.marks[i] | right.marks[i]) != 0);
    shared.of += any;
    shared.bins += any & static_cast<unsigned>(left.marks[i] == right.marks[i]);
  }
  return shared;
}

}  // namespace

Sketch sketch_of(const archive::WordStream& words) {
  LeastHashes least;
  Bins bins;
  Sketch sketch;
  sketch.shingles = for_each_shingle(words, [&](std::uint64_t hash) {
    least.add(hash);
    bins.add(hash);
  });
  sketch.keys = least.keys();
  bins.put_into(sketch.marks);
  return sketch;
}

SketchKeys sketch_keys_of(const archive::WordStream& words) {
  LeastHashes least;
  for_each_shingle(words, [&](std::uint64_t hash) { least.add(hash); });
  return least.keys();
}

// The bins say which share of all shingles both have; with so many in each article, that says how
// many both have.
double overlap(const Sketch& left, const Sketch& right) {
  const Shared shared = shared_by(left, right);
  if (shared.bins == 0) return 0;
  const double both =
      (double{1} * left.shingles + right.shingles) * shared.bins / (shared.bins + shared.of);
  return std::min(1.0, both / std::max(left.shingles, right.shingles));
}

}  // namespace warraq::indexer
